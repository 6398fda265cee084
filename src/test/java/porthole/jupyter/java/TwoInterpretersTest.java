package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import porthole.jupyter.api.Outcome;

/** Two interpreters in one JVM, whose cells' classes have the same names, do not touch each other. */
class TwoInterpretersTest {
    @BeforeAll
    static void attach() {
        Attached.now();
    }

    private static CompletableFuture<Outcome> started(Session session, String code, RecordedOutputs outputs) {
        return CompletableFuture.supplyAsync(() -> session.run(code, outputs), task -> {
            Thread thread = new Thread(task, "cells");
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Test
    void valuesStaticsAndDeclarationsAreEachInterpretersOwn() {
        try (Session one = new Session();
                Session other = new Session()) {
            one.shows("class C { static int n = 1; }\nint a = 10;");
            other.shows("class C { static int n = 2; }\nint a = 20;");
            one.shows("C.n++; a++;");
            assertEquals("2 11", one.shows("C.n + \" \" + a"));
            assertEquals("2 20", other.shows("C.n + \" \" + a"));
            one.shows("%reset");
            assertEquals("20", other.shows("a"));
            one.fails("a");
        }
    }

    @Test
    void whatCellsPrintAtTheSameTimeGoesToTheirOwnOutputs() throws Exception {
        try (Session one = new Session();
                Session other = new Session()) {
            String cell = "for (int i = 0; i < 200; i++) { System.out.println(\"WHO\"); Thread.yield(); }\n"
                    + "Thread t = new Thread(() -> System.out.println(\"thread WHO\")); t.start(); t.join();\n"
                    + "IntStream.range(0, 50).parallel().forEach(i -> System.out.println(\"pool WHO\"));";
            RecordedOutputs ones = new RecordedOutputs();
            RecordedOutputs others = new RecordedOutputs();
            CompletableFuture<Outcome> first = started(one, cell.replace("WHO", "first"), ones);
            CompletableFuture<Outcome> second = started(other, cell.replace("WHO", "second"), others);
            Session.shows(first.get(60, TimeUnit.SECONDS));
            Session.shows(second.get(60, TimeUnit.SECONDS));
            assertEquals(251, ones.out().lines().count());
            assertEquals(251, others.out().lines().count());
            assertFalse(ones.out().contains("second"), ones.out());
            assertFalse(others.out().contains("first"), others.out());
        }
    }

    @Test
    void anInterruptStopsTheCellOfItsInterpreterAlone() throws Exception {
        try (Session one = new Session();
                Session other = new Session()) {
            String endless = "CompletableFuture.runAsync(() -> {\n"
                    + "System.out.println(\"on\"); long n = 0; while (true) { n++; } }).get();";
            RecordedOutputs others = new RecordedOutputs();
            CompletableFuture<Outcome> waiting = started(other, endless, others);
            others.awaitSpoken();
            Outcome.Failed stopped = Session.fails(one.interrupted("System.out.println(\"on\"); while (true) {}"));
            assertEquals("Interrupted", stopped.name());
            assertFalse(waiting.isDone(), "The other interpreter's cell has ended too");
            other.java.interrupt();
            assertEquals(
                    "Interrupted",
                    Session.fails(waiting.get(60, TimeUnit.SECONDS)).name());
        }
    }

    @Test
    void theOneThatIsClosedFirstTakesNothingFromTheOther() {
        Session one = new Session();
        try (Session other = new Session()) {
            assertEquals("1", one.shows("1"));
            one.close();
            RecordedOutputs outputs = new RecordedOutputs();
            Session.shows(other.run("System.out.println(\"still here\");", outputs));
            assertEquals("still here\n", outputs.out());
            assertEquals("3", other.shows("porthole.jupyter.java.run.RunningSession.current().eval(\"1 + 2\")"));
        }
    }

    @Test
    void aCellReachesBackIntoItsOwnSession() {
        try (Session one = new Session();
                Session other = new Session()) {
            one.shows("int who = 1;");
            other.shows("int who = 2;");
            String ask = "porthole.jupyter.java.run.RunningSession.current().eval(\"who\")";
            assertEquals("1", one.shows(ask));
            assertEquals("2", other.shows(ask));
            String trace = Session.text(other.fails("throw new IllegalStateException(\"x\");"));
            assertTrue(trace.contains("In[3]"), trace);
            assertFalse(trace.contains("session-"), trace);
        }
    }
}
