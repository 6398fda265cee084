package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Outcome;

/** Words, classes and magics of IJava, JJava and rapaio's kernel. */
class PeersTest {
    private static final List<String> KERNELS =
            List.of("io.github.spencerpark.jupyter.kernel", "org.dflib.jjava.jupyter.kernel");

    private static Session session;

    @BeforeAll
    static void open() {
        session = new Session();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static MimeBundle bundle(String code) {
        return ((Outcome.Done) session.run(code)).outputs().get(0);
    }

    private static String with(String kernel, String code) {
        return "import " + kernel + ".display.*;\nimport " + kernel + ".display.mime.MIMEType;\n" + code;
    }

    @Test
    void aValueThatRendersItselfDoesInTheFormsThatAreAskedFor() {
        for (String kernel : KERNELS) {
            session.shows("%reset");
            session.shows(with(kernel, """
                    class Badge implements DisplayDataRenderable {
                        public void render(RenderContext c) {
                            c.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>badge</i>");
                            c.renderIfRequested(MIMEType.TEXT_MARKDOWN, type -> "*badge* as " + type);
                        }
                        public String toString() { return "a badge"; }
                    }"""));
            MimeBundle all = bundle("new Badge()");
            assertEquals("<i>badge</i>", all.data().get("text/html"));
            assertEquals("a badge", all.plain());
            assertEquals(
                    Map.of("text/plain", "a badge", "text/markdown", "*badge* as text/markdown"),
                    bundle("render(new Badge(), \"text/markdown\")").data());
        }
    }

    @Test
    void aRegisteredRenderingMakesWhatItPrefersUnlessAskedForMore() {
        for (String kernel : KERNELS) {
            session.shows("%reset");
            String words = kernel.startsWith("io")
                    ? "io.github.spencerpark.ijava.IJava.getKernelInstance()"
                    : "org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel()";
            session.shows(with(kernel, "record Dot(int x) {}\nrecord Line(int x) {}\n" + words + """
                    .getRenderer().createRegistration(Dot.class)
                        .preferring(MIMEType.TEXT_PLAIN).supporting("text/html", "application/json")
                        .register((dot, c) -> {
                            c.renderIfRequested(MIMEType.TEXT_PLAIN, () -> "dot " + dot.x());
                            c.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>" + c.getParameterAsInt("size", 1) + "</i>");
                        });
                    """));
            assertEquals(Map.of("text/plain", "dot 3"), bundle("new Dot(3)").data());
            assertEquals(
                    Map.of("text/plain", "dot 3", "text/html", "<i>1</i>"),
                    bundle("render(new Dot(3), \"text/html\")").data());
            assertEquals(
                    "<i>7</i>",
                    bundle(words + ".getRenderer().renderAs(new Dot(3), Map.of(\"size\", 7), \"text/html\")")
                            .data()
                            .get("text/html"));
            assertEquals(
                    Set.of("text/plain"),
                    bundle("render(new Dot(3), \"image/png\")").data().keySet());
        }
    }

    @Test
    void whatHasAnIdIsReplacedByIt() {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("""
                import io.github.spencerpark.jupyter.kernel.display.DisplayData;
                var kernel = io.github.spencerpark.ijava.IJava.getKernelInstance();
                var shown = new DisplayData("one");
                shown.putData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML, "<b>1</b>", Map.of("isolated", true));
                shown.setDisplayId("mine");
                kernel.display(shown);
                kernel.getIO().display.updateDisplay("mine", new DisplayData("two"));
                kernel.getIO().out.println("said");
                """, outputs));
        assertEquals(List.of("display one", "update two"), outputs.displays);
        assertEquals(List.of("mine", "mine"), outputs.ids);
        assertEquals("said\n", outputs.out());
        assertEquals(Map.of("isolated", true), bundle("shown").metadata().get("text/html"));
    }

    @Test
    void magicsAreMethodsToo() {
        session.shows("""
                import io.github.spencerpark.ijava.IJava;
                import io.github.spencerpark.jupyter.kernel.magic.common.Shell;
                var registry = IJava.getKernelInstance().getMagics();
                registry.registerLineMagic("loud", words -> String.join(" ", words).toUpperCase());
                """);
        assertEquals("A B", session.shows("(String) registry.applyLineMagic(\"loud\", List.of(\"a b\"))"));
        assertEquals(
                "[x, y]",
                session.shows(
                        "registry.registerMagics(Shell.class);\nList<String> said = %sh printf \"x\\ny\\n\"\nsaid"));
        session.shows("org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel().getMagicsRegistry()"
                + ".registerCellMagic(\"wrap\", (kernel, words, body) -> words + body);");
        assertEquals("[1, 2 3]body\n", session.shows("%%wrap 1 \"2 3\"\nbody\n"));
    }

    @Test
    void anExtensionOfJJavasIsInstalledWithItsJar(@TempDir Path folder) {
        session.shows("%%writefile " + folder.resolve("src/Warm.java") + """

                package warm;
                import org.dflib.jjava.jupyter.kernel.BaseKernel;
                public class Warm implements org.dflib.jjava.jupyter.Extension {
                    public record Cup(int degrees) {}
                    public void install(BaseKernel kernel) {
                        kernel.evalBuilder("import warm.Warm.Cup;").resolveMagics().eval();
                        kernel.getRenderer().createRegistration(Cup.class)
                            .register((cup, c) -> c.getOutputContainer().putText(cup.degrees() + " °C"));
                    }
                }""");
        session.shows("%%writefile " + folder + "/out/META-INF/services/org.dflib.jjava.jupyter.Extension\nwarm.Warm");
        session.shows("!cd " + folder + " && javac -cp "
                + Path.of("target/classes").toAbsolutePath() + " -d out src/Warm.java && jar cf warm.jar -C out .");
        session.shows("%jars " + folder.resolve("warm.jar"));
        assertEquals("40 °C", session.shows("new Cup(40)"));
        assertEquals(
                "Porthole",
                session.shows("getKernelInstance().getMagicsRegistry() == null ? \"\" : kernel().getName()"));
    }

    @Test
    void anExtensionThatFailsIsTold(@TempDir Path folder) {
        session.shows("%%writefile " + folder + "/META-INF/services/org.dflib.jjava.jupyter.Extension\nno.Such");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("%classpath " + folder, outputs));
        assertEquals(
                "The extension no.Such of " + folder.getFileName()
                        + " could not be installed (java.lang.ClassNotFoundException: no.Such); its classes can be used"
                        + " without it.\n",
                outputs.err());
    }

    @Test
    void wordsThatAreThereWithoutAnImport() {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("printf(\"%s-%d%n\", \"a\", 3);", outputs));
        assertEquals("a-3\n", outputs.out());
        assertEquals("2024", session.shows("LocalDate.of(2024, 1, 2).getYear()"));
        assertEquals("mine", session.shows("String printf(String text) { return \"mine\"; }\nprintf(\"x\")"));
    }

    @Test
    void aFormMayComeFirstAsInRapaiosKernel() {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run(
                "display(\"html\", Map.of(1, \"a\"));\ndisplay(\"<b>\", \"text/html\");\n"
                        + "display(\"text/markdown\", \"*m*\");\ndisplay(\"html\", \"<b>x</b>\");",
                outputs));
        assertEquals(List.of("display {1=a}", "display <b>", "display *m*", "display <b>x</b>"), outputs.displays);
    }

    @Test
    void commandsOfJshellAnswer() {
        session.shows("%reset");
        session.shows("int cups = 3;\nrecord Pot(int size) {}");
        assertTrue(session.shows("%jshell /vars").contains("cups"));
        assertTrue(session.shows("%jshell /types").contains("Pot"));
        assertEquals("Cells have declared nothing yet.", session.shows("%jshell /m"));
        assertTrue(session.fails("%jshell /edit").message().startsWith("\"/edit\" is not a jshell command"));
    }

    @Test
    void aMagicsWordsHoldValuesOfVariables() {
        session.shows("String level = \"deep\";\nio.github.spencerpark.ijava.IJava.getKernelInstance().getMagics()"
                + ".registerLineMagic(\"say\", words -> String.join(\" \", words));");
        assertEquals("deep-deep ${other}", session.shows("%say \\{level}-${level} ${other}"));
    }

    @Test
    void aCommentMayStandAboveAMagicForTheCell() {
        assertEquals(
                "<b>x</b>",
                bundle("// shown\n/* as */\n%%html\n<b>x</b>").data().get("text/html"));
    }
}
