package porthole.jupyter.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that do not end by themselves. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InterruptTest {
    private static Session session;

    @BeforeAll
    static void open() {
        session = new Session();
        session.shows("int kept = 7;");
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "long n = 0;\nfor (;;) { n++; }",
                "do { Thread.onSpinWait(); } while (true);",
                "void spin() { while (true) {} }\nspin();",
                "Thread.sleep(100_000);",
                "while (true) { try { Thread.sleep(1000); } catch (Throwable t) {} }",
                "try { while (true) {} } catch (Exception e) {}",
                "new CountDownLatch(1).await();",
                "Object lock = new Object();\nsynchronized (lock) { lock.wait(); }",
                "IntStream.range(0, 64).parallel().forEach(i -> { while (true) {} });",
                "Runnable r = () -> { while (true) {} };\nr.run();",
                "int again(int n) { try { return again(n + 1); } catch (StackOverflowError e) { return again(0); } }\nagain(0)",
                "!sleep 100",
            })
    void isStopped(String code) throws Exception {
        Outcome.Failed failed = Session.fails(session.interrupted("System.out.println(\"on\");\n" + code));
        assertEquals("Interrupted", failed.name());
        assertEquals(1, failed.traceback().size());
        assertTrue(!failed.message().contains("background"), failed.message());
        assertEquals("7", session.shows("kept"));
    }

    @Test
    void theThreadsOfACellStopWithIt() throws Exception {
        session.interrupted("Thread burner = new Thread(() -> { while (true) {} });\nburner.start();\n"
                + "System.out.println(\"on\");\nburner.join();");
        assertEquals("false", session.shows("burner.join(20_000);\nburner.isAlive()"));
    }

    @Test
    void theThreadsOfAnEarlierCellGoOn() throws Exception {
        session.shows("var ticks = new java.util.concurrent.atomic.AtomicLong();\n"
                + "var ticker = new Thread(() -> { while (ticks.get() >= 0) { ticks.incrementAndGet(); } });\n"
                + "ticker.start();");
        session.interrupted("System.out.println(\"on\");\nwhile (true) {}");
        assertEquals("true", session.shows("ticker.isAlive()"));
        assertEquals("false", session.shows("ticks.set(Long.MIN_VALUE);\nticker.join(20_000);\nticker.isAlive()"));
    }

    @Test
    void whatCannotBeStoppedIsLeftInTheBackground() throws Exception {
        Outcome.Failed failed = Session.fails(session.interrupted(
                "var server = new ServerSocket(0);\nSystem.out.println(\"on\");\nserver.accept();"));
        assertEquals("Interrupted", failed.name());
        assertTrue(failed.message().contains("still running in the background"), failed.message());
        assertEquals("8", session.shows("kept + 1"));
        assertEquals("", session.shows("server.close();"));
    }

    @Test
    void whatTheShellHasStartedDiesWithIt() throws Exception {
        session.interrupted("!echo on; sleep 98765 & sleep 98764");
        assertEquals("", runs("sleep 9876[45]"));
    }

    @Test
    void theNextCellIsNotStopped() throws Exception {
        session.interrupted("System.out.println(\"on\");\nwhile (true) {}");
        assertEquals(
                "4950",
                session.shows("int sum = 0;\nfor (int i = 0; i < 100; i++) { sum += i; Thread.sleep(1); }\nsum"));
        assertEquals("100", session.shows("IntStream.range(0, 100).parallel().map(i -> 1).sum()"));
    }

    private static String runs(String pattern) throws Exception {
        Process process = new ProcessBuilder("pgrep", "-f", pattern).start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
