package porthole.jupyter.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session of many cells holds nothing of those that are over. */
class LongSessionTest {
    private static final int CELLS = 500;

    /** Of the last cells something may still be on its way. */
    private static final int LAST = 5;

    private final ReferenceQueue<RecordedOutputs> collected = new ReferenceQueue<>();

    @BeforeAll
    static void attach() {
        Attached.now();
    }

    @Test
    void nothingOfAFinishedCellIsHeld() throws Exception {
        List<WeakReference<RecordedOutputs>> outputs = new ArrayList<>();
        try (Session session = new Session()) {
            session.shows("int total = 0;");
            for (int i = 0; i < CELLS; i++) {
                outputs.add(new WeakReference<>(ran(session, cell(i)), collected));
            }
            assertEquals("1", session.shows("total > 0 ? 1 : 0"));
            assertTrue(awaitCollected(outputs) <= LAST, () -> held(outputs) + " of " + CELLS + " are held");
        }
    }

    /** Of each kind: an expression, a statement, a declaration, a mistake, an exception, a thread, a shared pool's task. */
    private static String cell(int i) {
        return switch (i % 8) {
            case 0 -> "\"x\".repeat(100_000) + " + i;
            case 1 -> "for (int i = 0; i < 3; i++) { total += i; }";
            case 2 -> "int n" + i + " = " + i + ";";
            case 3 -> "nothing" + i;
            case 4 -> "throw new IllegalStateException(\"" + i + "\");";
            case 5 -> "Thread t = new Thread(() -> System.out.println(" + i + "));\nt.start();\nt.join();";
            case 6 -> "java.util.stream.IntStream.range(0, 100).parallel().map(i -> i + " + i + ").sum()";
            default -> "System.out.println(\"y\".repeat(100_000));";
        };
    }

    private static RecordedOutputs ran(Session session, String code) {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run(code, outputs);
        return outputs;
    }

    private static long held(List<WeakReference<RecordedOutputs>> outputs) {
        return outputs.stream().filter(r -> r.get() != null).count();
    }

    /** How many are there still when the collector has had its turns. */
    private long awaitCollected(List<WeakReference<RecordedOutputs>> outputs) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (held(outputs) > LAST && System.nanoTime() < deadline) {
            System.gc();
            collected.remove(100);
        }
        return held(outputs);
    }
}
