package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
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

    /** What a cell has computed, thrown, shown, or handed to a thread goes with it, unless a variable holds it. */
    @Test
    void noValueExceptionOrThreadOfAFinishedCellIsHeld() throws Exception {
        try (Session session = new Session()) {
            session.shows("class Ballast extends RuntimeException { byte[] much = new byte[100_000]; }\n"
                    + "Ballast kept = new Ballast();");
            List<String> kinds = List.of(
                    "throw new Ballast();",
                    "{ Ballast b = new Ballast(); System.out.println(b.much.length); }",
                    "{ Ballast b = new Ballast(); Thread t = new Thread(() -> System.out.println(b.much));\n"
                            + "t.start(); t.join(); }",
                    "new Thread(() -> { throw new Ballast(); }).start();",
                    "{ Ballast b = new Ballast(); IntStream.range(0, 9).parallel().map(i -> b.much[i]).sum(); }",
                    "{ CompletableFuture.supplyAsync(() -> new Ballast()).thenAccept(b -> { throw b; }); }",
                    "display(new Ballast());",
                    "{ Ballast b = new Ballast(); int bad = \"\" + b; }");
            for (int i = 0; i < CELLS; i++) {
                session.run(kinds.get(i % kinds.size()));
            }
            assertEquals("100000", session.shows("kept.much.length"));
            long held = instances("REPL.$JShell$1$Ballast", LAST + 1);
            assertTrue(held <= LAST + 1, held + " of " + CELLS + " are held");
        }
    }

    /** Values stay for {@code $1} and its like, the newest two hundred, and those only while memory is not wanted. */
    @Test
    void valuesWithoutANameAreHeldNoLongerThanMemoryAllows() throws Exception {
        try (Session session = new Session()) {
            session.shows("class Value { byte[] much = new byte[1_000]; }");
            for (int i = 0; i < CELLS; i++) {
                session.shows("new Value()");
            }
            long held = instances("REPL.$JShell$1$Value", 201);
            assertTrue(held <= 201, held + " of " + CELLS + " are held");
        }
    }

    /** How many live objects of this class there are when no more than {@code few} are left, or after 20 s. */
    private static long instances(String className, long few) throws Exception {
        long deadline = System.nanoTime() + 20_000_000_000L;
        long now = instances(className);
        while (now > few && System.nanoTime() < deadline) {
            now = instances(className);
        }
        return now;
    }

    /** Each would hold the tree of all that was compiled with it. */
    @Test
    void jshellHoldsNoMistakeAndNoReplacedDeclaration() throws Exception {
        try (Session session = new Session()) {
            session.fails("int wrong = \"first\";");
            long before = instances("com.sun.tools.javac.util.JCDiagnostic");
            long snippets = instances("jdk.jshell.VarSnippet");
            for (int i = 0; i < 40; i++) {
                session.fails("int wrong = \"" + i + "\";");
                session.fails("nothing" + i + "();");
                session.shows("int again = " + i + ";");
            }
            assertEquals("39", session.shows("again"));
            long messages = instances("com.sun.tools.javac.util.JCDiagnostic") - before;
            assertTrue(messages < 20, messages + " messages of 80 mistakes are held");
            long kept = instances("jdk.jshell.VarSnippet") - snippets;
            assertTrue(kept < 20, kept + " of 40 replaced variables are held");
        }
    }

    /** How many live objects of this class the JVM has. */
    private static long instances(String className) throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(line -> line.length > 3 && line[3].equals(className))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
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
