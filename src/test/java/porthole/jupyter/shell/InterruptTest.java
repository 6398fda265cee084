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
@SuppressWarnings("StringConcatToTextBlock")
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
                "ON while (true) {}",
                "long n = 0;\n{ ON for (;;) { n++; } }",
                "{ ON do { Thread.onSpinWait(); } while (true); }",
                "void spin() { ON while (true) {} }\nspin();",
                "{ ON Thread.sleep(100_000); }",
                "while (true) { try { ON Thread.sleep(1000); } catch (Throwable t) {} }",
                "try { ON while (true) {} } catch (Exception e) {}",
                "{ ON new CountDownLatch(1).await(); }",
                "Object lock = new Object();\nsynchronized (lock) { ON lock.wait(); }",
                "IntStream.range(0, 64).parallel().forEach(i -> { ON while (true) {} });",
                "Runnable r = () -> { ON while (true) {} };\nr.run();",
                "int again(int n) {\n try { return again(n + 1); } catch (StackOverflowError e) { ON return again(0); }\n}\n"
                        + "again(0)",
                "!echo on; sleep 100",
                "%time { ON while (true) {} }",
            })
    void isStopped(String code) throws Exception {
        Outcome.Failed failed = Session.fails(session.interrupted(code.replace("ON", "System.out.println(\"on\");")));
        assertEquals("Interrupted", failed.name());
        assertEquals(1, failed.traceback().size());
        assertTrue(!failed.message().contains("background"), failed.message());
        assertEquals("7", session.shows("kept"));
    }

    @Test
    void theThreadsOfACellStopWithIt() throws Exception {
        session.interrupted("Thread burner = new Thread(() -> { while (true) {} });\nburner.start();\n"
                + "{ System.out.println(\"on\"); burner.join(); }");
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
                "var server = new ServerSocket(0);\n{ System.out.println(\"on\"); server.accept(); }"));
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
