package porthole.jupyter.java.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.jupyter.api.Completeness;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.api.PastCell;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;

/** The magics about the session itself, and IJava's words. */
class SessionMagicsTest {
    private Session session;

    @BeforeEach
    void open() {
        session = new Session();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void variablesAreATableOfNamesTypesAndValues() {
        assertEquals("No variables yet.", session.shows("%vars"));
        session.shows("int n = 3; var words = new ArrayList<>(List.of(\"a\", \"b\")); String none = null; 1 + 1");
        assertEquals("""
                name    type                value
                n       int                 3
                none    String              null
                words   ArrayList<String>   [a, b]""", session.shows("%vars"));
        session.shows(
                "class Sad { public String toString() { throw new IllegalStateException(); } } var sad = new Sad();");
        assertTrue(session.shows("%vars").contains("its toString() threw IllegalStateException"));
        session.shows(
                "record P(int x) {} var ps = List.of(new P(1), new P(2)); var ex = new RuntimeException(\"boom\");");
        assertTrue(session.shows("%vars").contains("[P[x=1], P[x=2]]"), session.shows("%vars"));
        assertTrue(session.shows("%vars").contains("RuntimeException: boom\n"), session.shows("%vars"));
    }

    @Test
    void whatCellsHaveDeclaredIsNamedAndForgotten() {
        session.shows(
                "import java.util.concurrent.atomic.AtomicInteger;\nint n = 3;\nint twice(int x) { return 2 * x; }\nrecord P(int x) {}");
        String who = session.shows("%who");
        assertTrue(who.contains("n") && who.contains("twice(int)") && who.contains("P"), who);
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("%reset", outputs));
        assertTrue(outputs.out().startsWith("Removed 4 declarations"), outputs.out());
        assertEquals("CompilationError", session.fails("n").name());
        assertEquals("[x]", session.shows("var list = List.of(\"x\");\nrender(list);\nlist"));
        assertEquals("7", session.shows("int n = 7;\nn"));
    }

    @Test
    void cellsAreListedAndSaved(@TempDir Path folder) throws Exception {
        session.shows("int a = 1;");
        session.shows("int b = a + 1;");
        assertEquals("In[1]: int a = 1;\nIn[2]: int b = a + 1;", session.shows("%history -n"));
        assertEquals("int b = a + 1;", session.shows("%history 2"));
        session.shows("%save " + folder.resolve("work.ipynb") + " 1-2");
        session.shows("%save " + folder.resolve("work.jsh") + " 1-2");
        assertEquals("int a = 1;\n\nint b = a + 1;\n", Files.readString(folder.resolve("work.jsh")));
        session.shows("%reset");
        session.shows("%load " + folder.resolve("work.ipynb"));
        assertEquals("2", session.shows("b"));
        assertTrue(session.fails("%history x").message().startsWith("\"x\" is not a valid choice of cells"));
        assertTrue(session.fails("%save").message().startsWith("Give a file name after %save"));
    }

    @Test
    void cellsOfEarlierSessionsAreFound(@TempDir Path folder) throws Exception {
        RecordedOutputs outputs = new RecordedOutputs();
        outputs.earlier(
                List.of(new PastCell(3, 1, "int x = 1;"), new PastCell(3, 2, "x"), new PastCell(7, 1, "int y = 2;")));
        session.shows("int z = 3;");
        assertEquals(
                "3/1: int x = 1;\n7/1: int y = 2;\nIn[1]: int z = 3;",
                Session.shows(session.run("%history -g int *=", outputs)));
        assertEquals("int y = 2;", Session.shows(session.run("%history ~1/", outputs)));
        assertEquals("int x = 1;\nx\nint z = 3;", Session.shows(session.run("%history 3/1-2 1", outputs)));
        assertEquals(
                "7/1: int y = 2;\nIn[1]: int z = 3;",
                Session.shows(session.run("%history -l 6 -g =", outputs))
                        .replaceFirst("(?s)^.*(?=7/1)", "")
                        .replaceAll("(?m)\\n^In\\[[2-9]].*$", ""));
        Session.shows(session.run("%save " + folder.resolve("old.jsh") + " ~2/2 1", outputs));
        assertEquals("x\n\nint z = 3;\n", Files.readString(folder.resolve("old.jsh")));
        assertTrue(Session.fails(session.run("%history 9/1", outputs)).message().startsWith("No cell \"9/1\""));
        assertTrue(Session.fails(session.run("%history -x", outputs)).message().contains("no option \"-x\""));
        assertEquals("No cell contains that.", session.shows("%history -g nothing*like this"));
    }

    @Test
    void aLoadedNotebooksMagicsRunAndItsErrorsNameItsCell(@TempDir Path folder) throws Exception {
        Path notebook = folder.resolve("other.ipynb");
        Files.writeString(notebook, """
                {"cells": [{"cell_type": "markdown", "source": ["no code"]},
                  {"cell_type": "code", "source": ["%help help\\n", "int loaded = 5;"]},
                  {"cell_type": "code", "source": "int oops = \\"x\\";"}], "metadata": {}, "nbformat": 4}""");
        Outcome.Failed failed = session.fails("%load " + notebook);
        assertTrue(Session.text(failed).contains("other.ipynb[2]:1"), Session.text(failed));
        assertEquals("5", session.shows("loaded"));
        Files.writeString(notebook, "{\"cells\": 1}");
        assertTrue(session.fails("%load " + notebook).message().contains("is not a notebook of format 4"));
        Files.writeString(notebook, "{\n\"cells\": ?}");
        assertTrue(session.fails("%load " + notebook).message().contains("line 2 is not JSON"));
    }

    @Test
    void theTimeToCompileIsToldApart() {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("%time Thread.sleep(20)", outputs));
        assertTrue(outputs.out().matches("Took [2-9][0-9.]+ ms, and [0-9.]+ (µs|ms) to compile\n"), outputs.out());
        RecordedOutputs shell = new RecordedOutputs();
        Session.shows(session.run("%%time\n%sh true\nint n = 1;", shell));
        assertTrue(shell.out().matches("Took [0-9.]+ m?s\n"), shell.out());
    }

    @Test
    void repeatedRunsAreTimed() {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("int sum = 0;\n%timeit -n 3 sum += 1;", outputs));
        assertTrue(outputs.out().matches("[0-9.]+ (ns|µs|ms) a run .*7 batches of 3 runs\\)\n"), outputs.out());
        assertEquals("21", session.shows("sum"));
        assertTrue(session.fails("%timeit").message().startsWith("%timeit needs code to run"));
    }

    @Test
    void aNameWithAQuestionMarkIsExplained() {
        session.shows("int walks = 3; String bark(int loud) { return \"!\"; }");
        assertEquals("int walks", explained("walks?"));
        assertTrue(explained("?bark").startsWith("String bark(int loud)"), explained("?bark"));
        assertTrue(explained("int later = 1;\nString.valueOf??").contains("valueOf(char[] data)"));
        assertEquals("1", session.shows("later"), "what stands above has run");
        session.shows("""
                /** A dog. */
                class Dog {
                    /**
                     * Wags.
                     * @author nobody
                     */
                    void wag() {}
                }
                /** How many. */
                int dogs = 2;
                var rex = new Dog();""");
        assertTrue(explained("Dog?").endsWith("Dog\nA dog."), explained("Dog?"));
        assertEquals("void Dog.wag()\nWags.", explained("rex.wag?"));
        assertEquals("int dogs\nHow many.", explained("dogs?"));
        assertEquals("void Dog.wag()\nWags.", explained("new Dog().wag?"));
        assertEquals("void Dog.wag()\nWags.", explained("Dog::wag?"));
        assertEquals("int Spot.x()", explained("record Spot(int x) {}\nSpot::x?"));
        assertEquals("new Dog()", explained("new Dog?"));
        assertTrue(explained("List<String>?").contains("interface java.util.List<E>"));
        assertTrue(explained("\"a\".length();\nwalks?").equals("int walks"));
        assertTrue(explained("Math.max(1.0, walks)?").startsWith("static double Math.max("));
        assertTrue(explained("List.of(1).stream().map?").contains("Stream<T>.map("));
        assertEquals(session.shows("%help"), explained("?"));
        assertEquals(session.shows("%help"), explained("??"));
        assertEquals("1", session.shows("List.of(1).isEmpty() ?\n0\n: 1"), "a conditional behind a call");
        assertTrue(session.java.completeness("walks > abs(2) ?") instanceof Completeness.Incomplete);
        assertTrue(explained("Map.Entry?").contains("interface java.util.Map.Entry"), explained("Map.Entry?"));
        assertTrue(explained("%timeit?").startsWith("%timeit [-n N] CODE"));
        assertTrue(session.shows("%help Math.abs").contains("abs(int a)"), session.shows("%help Math.abs"));
        assertEquals("b", session.shows("walks > 3 ?\n\"a\":\"b\""), "a conditional stays one");
        assertEquals(new Completeness.Complete(), session.java.completeness("walks?"));
        assertEquals(
                "There is no help on \"walk\": nothing has that name here. Did you mean \"walks\"?"
                        + " Tab completes names, and %magics lists the magics.",
                session.fails("walk?").message());
        assertEquals("CompilationError", session.fails("walks +\nwalks?").name(), "not behind half a line");
    }

    @Test
    void helpCompletesNamesAndMagics() {
        session.shows("int strides = 3;");
        assertEquals(List.of("strides"), helped("strid"));
        assertEquals(List.of("String.valueOf"), helped("String.valu"));
        assertTrue(
                helped("time").containsAll(List.of("time", "timeit")),
                helped("time").toString());
        assertTrue(
                helped("%time").containsAll(List.of("%time", "%timeit")),
                helped("%time").toString());
        assertTrue(
                helped("").containsAll(List.of("strides", "maven")), helped("").toString());
    }

    private List<String> helped(String begun) {
        String code = "%help " + begun;
        return session.java.complete(code, code.length()).items().stream()
                .map(Completions.Item::text)
                .toList();
    }

    private String explained(String code) {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run(code, outputs));
        return outputs.displays.get(0).replaceFirst("^display ", "");
    }

    @Test
    void aMagicsValueCanBeKept() {
        session.shows("!mkdir -p target && cd target && echo x > x.txt && jar cf kept.jar x.txt");
        assertEquals("1", session.shows("List<String> added = %jars target/kept.jar\nadded.size()"));
        assertEquals(
                "0",
                session.shows("List<String> again = lineMagic(\"jars\", List.of(\"target/kept.jar\"));\nagain.size()"));
    }

    @Test
    void iJavasKernelIsThere() {
        assertEquals("6", session.shows("(int) eval(\"1 + 2\") + 3"));
        session.shows(
                "getKernelInstance().getMagics().registerLineMagic(\"shout\", args -> args.get(0).toUpperCase());");
        assertEquals("HELLO", session.shows("%shout hello"));
        session.shows("""
                import io.github.spencerpark.ijava.IJava;
                import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
                record Loud(String word) {}
                IJava.getKernelInstance().getRenderer().createRegistration(Loud.class)
                    .preferring(MIMEType.TEXT_HTML)
                    .register((loud, ctx) -> ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>" + loud.word() + "</b>"));
                """);
        Outcome.Done done = (Outcome.Done) session.run("new Loud(\"hey\")");
        assertEquals("<b>hey</b>", done.outputs().get(0).data().get("text/html"));
        assertEquals("Loud[word=hey]", done.outputs().get(0).plain());
        assertEquals("mine", session.shows("String eval(String code) { return \"mine\"; }\neval(\"1 + 2\")"));
    }

    @Test
    void otherLanguagesAreShownByTheFrontEnd() {
        Outcome.Done done = (Outcome.Done) session.run("%%html\n<b>x</b>");
        assertEquals("<b>x</b>", done.outputs().get(0).data().get("text/html"));
        assertTrue(session.shows("%help timeit").startsWith("%timeit [-n N] CODE"));
        assertTrue(session.fails("%help mavn").message().contains("Did you mean \"%maven\"?"));
    }

    @Test
    void inJapaneseTheMagicsSpeakJapanese() {
        Language before = Language.current();
        Language.use(Language.JAPANESE);
        try {
            assertEquals(
                    "マジックコマンド \"%hlep\" はありません。\"%help\" のことではありませんか。%magics で一覧を見られます。",
                    session.fails("%hlep").message());
            assertEquals("まだ変数はありません。", session.shows("%vars"));
            assertEquals("%timeit [-n N] コード、またはセル全体: 繰り返し実行したときの 1 回の時間を示します", session.shows("%help timeit"));
            RecordedOutputs outputs = new RecordedOutputs();
            Session.shows(session.run("int n = 3;\n%reset", outputs));
            assertEquals("1 個の宣言を取り消しました。クラスパスはそのままです。\n", outputs.out());
        } finally {
            Language.use(before);
        }
    }
}
