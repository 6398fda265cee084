package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outcome;

/** Cells that do not end by themselves. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@SuppressWarnings("StringConcatToTextBlock")
class InterruptTest extends SessionPerClass {
    @BeforeAll
    static void declare() {
        session.shows("int kept = 7;");
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
                "try { ON Thread.sleep(100_000); } catch (InterruptedException e) {}\nThread.sleep(100_000);",
                "var server = new ServerSocket(0);\n{ ON server.accept(); }",
                "var server = new ServerSocket(0);\nvar near = new Socket(\"localhost\", server.getLocalPort());\n"
                        + "{ ON near.getInputStream().read(); }",
                "{ ON new DatagramSocket(0).receive(new DatagramPacket(new byte[1], 1)); }",
                "{ ON new PipedInputStream(new PipedOutputStream()).read(); }",
                "var server = new ServerSocket(0);\nvar url = new URL(\"http://localhost:\" + server.getLocalPort());\n"
                        + "{ ON url.openStream(); }",
                "{ ON new LinkedBlockingQueue<String>().take(); }",
                "var lock = new java.util.concurrent.locks.ReentrantLock();\nnew Thread(lock::lock).start();\n"
                        + "while (!lock.isLocked()) { Thread.onSpinWait(); }\n{ ON lock.lock(); }",
                "{ ON new CompletableFuture<String>().join(); }",
                "CompletableFuture.supplyAsync(() -> { ON while (true) {} }).join();",
                "IntStream.range(0, 64).parallel().forEach(i -> {\n"
                        + "  try { ON Thread.sleep(100_000); } catch (InterruptedException e) {} });",
                "{ ON new ProcessBuilder(\"sleep\", \"98763\").start().waitFor(); }",
                "{ ON Runtime.getRuntime().exec(new String[] {\"sleep\", \"98763\"}).getInputStream().read(); }",
                "{ ON new java.math.BigInteger(\"3\").pow(500_000_000); }",
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
    void aSocketThatWasClosedIsSaidToBe() throws Exception {
        Outcome.Failed failed = Session.fails(session.interrupted(
                "var server = new ServerSocket(0);\n{ System.out.println(\"on\"); server.accept(); }"));
        assertTrue(failed.message().endsWith("the socket at which it waited is closed."), failed.message());
    }

    @Test
    void tenTimesInARowTheStateIsKept() throws Exception {
        session.shows("var strokes = new ArrayList<Integer>();");
        for (int i = 1; i <= 10; i++) {
            session.interrupted("strokes.add(" + i + ");\n{ System.out.println(\"on\"); while (true) {} }");
            assertEquals(String.valueOf(i), session.shows("strokes.size()"));
        }
    }

    @Test
    void whatCannotBeStoppedIsLeftInTheBackground() throws Exception {
        session.shows(
                "var held = new CountDownLatch(1);\nvar free = new CountDownLatch(1);\nvar monitor = new Object();\n"
                        + "new Thread(() -> { synchronized (monitor) { held.countDown();\n"
                        + "  try { free.await(); } catch (InterruptedException e) {} } }).start();\nheld.await();");
        Outcome.Failed failed = Session.fails(session.interrupted(
                "{ System.out.println(\"on\"); synchronized (monitor) { } }", Cancellation.PATIENCE));
        assertEquals("Interrupted", failed.name());
        assertTrue(failed.message().contains("still running in the background"), failed.message());
        assertEquals("8", session.shows("kept + 1"));
        assertEquals("", session.shows("free.countDown();"));
    }

    @Test
    void aPoolServesTheCellsAfterAnInterrupt() throws Exception {
        session.shows("var pool = Executors.newFixedThreadPool(1);\nint one() { int n = 0;\n"
                + "  for (int i = 0; i < 1000; i++) { n += i % 2; }\n  return n; }");
        session.interrupted("pool.submit(() -> { System.out.println(\"on\"); while (true) {} }).get();");
        assertEquals("500", session.shows("pool.submit(() -> one()).get()"));
        session.interrupted(
                "pool.submit(() -> { System.out.println(\"on\"); Thread.sleep(100_000); return 1; }).get();");
        assertEquals("500", session.shows("pool.submit(() -> one()).get()"));
    }

    @Test
    void theTaskOfAnEarlierCellGoesOnInASharedPool() throws Exception {
        session.shows("var going = new java.util.concurrent.atomic.AtomicBoolean(true);\n"
                + "var task = CompletableFuture.supplyAsync(() -> { while (going.get()) {} return \"whole\"; });");
        session.interrupted("System.out.println(\"on\");\nwhile (true) {}");
        assertEquals("whole", session.shows("going.set(false);\ntask.get()"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsStopWithTheirCell() throws Exception {
        session.interrupted(
                "var light = Thread.ofVirtual().start(() -> { System.out.println(\"on\"); while (true) {} });\n"
                        + "light.join();");
        assertEquals("false", session.shows("light.join(java.time.Duration.ofSeconds(20));\nlight.isAlive()"));
        session.interrupted("var asleep = Thread.startVirtualThread(() -> {\n"
                + "  System.out.println(\"on\"); try { Thread.sleep(100_000); } catch (InterruptedException e) {} });\n"
                + "new CountDownLatch(1).await();");
        assertEquals("false", session.shows("asleep.join(java.time.Duration.ofSeconds(20));\nasleep.isAlive()"));
        session.interrupted("var many = Executors.newVirtualThreadPerTaskExecutor();\n"
                + "var first = many.submit(() -> { System.out.println(\"on\"); Thread.sleep(100_000); return 1; });\n"
                + "while (true) {}");
        assertEquals(
                "true",
                session.shows("try { first.get(20, TimeUnit.SECONDS); } catch (ExecutionException e) {}\n"
                        + "first.isDone()"));
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

    @Test
    void whatTheCellHasStartedDiesWithIt() throws Exception {
        session.interrupted("new ProcessBuilder(\"sleep\", \"98762\").start();\n"
                + "{ System.out.println(\"on\"); while (true) {} }");
        for (int i = 0; i < 200 && !runs("sleep 98762").isEmpty(); i++) {
            Thread.onSpinWait();
        }
        assertEquals("", runs("sleep 98762"));
    }

    private static String runs(String pattern) throws Exception {
        Process process = new ProcessBuilder("pgrep", "-f", pattern).start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
