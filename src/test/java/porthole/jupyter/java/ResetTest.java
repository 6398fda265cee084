package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import porthole.jupyter.api.Outcome;

/** {@code %reset} is a new session in all that a cell can see. */
class ResetTest {
    @BeforeAll
    static void attach() {
        Attached.now();
    }

    @Test
    void everySessionGivesTheSameInAFreshKernelAndAfterAnothersReset() throws IOException {
        List<List<String>> sessions = new ArrayList<>(sessions());
        List<String> fresh = new ArrayList<>();
        for (List<String> cells : sessions) {
            try (Session session = new Session()) {
                fresh.add(transcript(session, cells));
            }
        }
        long seed = System.nanoTime();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        try (Session session = new Session()) {
            for (int at : order) {
                assertEquals(
                        fresh.get(at), transcript(session, sessions.get(at)), "Session " + at + " with seed " + seed);
                session.shows("%reset");
            }
        }
    }

    private static List<List<String>> sessions() throws IOException {
        try (InputStream in = ResetTest.class.getResourceAsStream("sessions.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=====\\n"))
                    .map(s -> Arrays.asList(s.split("(?m)^---\\n")))
                    .toList();
        }
    }

    /** What the cells show and say, without the counters and the identities that differ between any two runs. */
    private static String transcript(Session session, List<String> cells) {
        StringBuilder all = new StringBuilder();
        for (String cell : cells) {
            RecordedOutputs outputs = new RecordedOutputs();
            Outcome outcome = session.run(cell.strip(), outputs);
            String shown = outcome instanceof Outcome.Failed failed ? Session.text(failed) : Session.shows(outcome);
            all.append("> ")
                    .append(cell.strip())
                    .append('\n')
                    .append(outputs.out())
                    .append(outputs.err())
                    .append(shown);
            all.append('\n');
        }
        return all.toString()
                .replaceAll("In\\[\\d+]", "In[]")
                .replaceAll("@[0-9a-f]{4,}", "@")
                .replaceAll("\\s+", " "); // what is marked is set in by the counter's width
    }

    @Test
    void nothingOfTheSessionBeforeIsHeld() throws InterruptedException {
        try (Session session = new Session()) {
            session.shows("class Held { static byte[] much = new byte[10_000_000]; }\nvar held = new Held();");
            WeakReference<ClassLoader> before = new WeakReference<>(session.java.loader());
            session.shows("%reset");
            session.shows("int a = 1;");
            session.shows("a");
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (before.get() != null && System.nanoTime() < deadline) {
                System.gc();
                Thread.onSpinWait();
            }
            assertTrue(before.get() == null, "The loader of the session before is held");
        }
    }

    @Test
    void aClosedStandardOutputPrintsOn() {
        try (Session session = new Session()) {
            RecordedOutputs outputs = new RecordedOutputs();
            session.shows(
                    "try (PrintWriter w = new PrintWriter(System.out)) { w.println(\"one\"); }\nSystem.err.close();");
            Session.shows(session.run("System.out.println(\"two\");\nSystem.err.println(\"three\");", outputs));
            assertEquals("two\n", outputs.out());
            assertEquals("three\n", outputs.err());
        }
    }

    @Test
    void aThreadOfAnEarlierCellThatGoesOnIsNamed() {
        try (Session session = new Session()) {
            session.shows(
                    "var end = new java.util.concurrent.CountDownLatch(1);\nvar pool = Executors.newCachedThreadPool();\n"
                            + "pool.submit(() -> 1).get();\nvar wait = new Thread(\"clock\") {\n"
                            + "public void run() { try { end.await(); } catch (InterruptedException e) { } } };\nwait.start();");
            RecordedOutputs outputs = new RecordedOutputs();
            Session.shows(session.run("%reset", outputs));
            assertTrue(
                    outputs.out()
                            .contains(
                                    "The thread clock of an earlier cell is still running; a restart of the kernel ends it."),
                    outputs.out());
        } finally {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(t -> t.getName().equals("clock"))
                    .forEach(Thread::interrupt);
        }
    }

    @Test
    void whatRunsCannotResetItsOwnSession() {
        try (Session session = new Session()) {
            String text = Session.text(session.fails(
                    "porthole.jupyter.java.run.RunningSession.current()" + ".magic(\"reset\", List.of(), null);"));
            assertTrue(text.contains("%reset cannot be called by code that is running"), text);
            assertEquals("2", session.shows("1 + 1"));
        }
    }
}
