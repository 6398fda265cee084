package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.api.Outcome;

/** Lines and cells that are not Java. */
class MagicsTest {
    private static Session session;

    @BeforeAll
    static void open() {
        session = new Session(new Extension() {
            @Override
            public List<Magic> magics() {
                return List.of(new Echo());
            }
        });
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static final class Echo implements Magic {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String summary() {
            return "%echo TEXT: says it";
        }

        @Override
        public @Nullable Object run(String arguments, @Nullable String body) throws MagicException {
            if (arguments.equals("fail")) {
                throw new MagicException("It was told to fail.");
            }
            return body == null ? arguments : arguments + "|" + body;
        }

        @Override
        public List<String> complete(String line) {
            return List.of("hello", "help");
        }
    }

    private static RecordedOutputs outputs(String code) {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run(code, outputs));
        return outputs;
    }

    @Test
    void aMagicsValueIsTheCells() {
        assertEquals("hello you", session.shows("int a1 = 1;\n%echo hello you"));
        assertEquals("x|one\ntwo", session.shows("%%echo x\none\ntwo"));
    }

    @Test
    void aMagicInTheMiddleShowsItsValueThere() {
        RecordedOutputs outputs = new RecordedOutputs();
        assertEquals("2", Session.shows(session.run("%echo one\n%echo two\n1 + 1", outputs)));
        assertEquals(List.of("display one", "display two"), outputs.displays);
    }

    @Test
    void aMagicMayFollowAnExpressionWithoutSemicolon() {
        assertEquals("two", session.shows("int b1 = 1;\nb1\n%echo two"));
    }

    @Test
    void aRemainderIsNoMagic() {
        assertEquals("1", session.shows("int rest = 4;\nint by = 3;\nrest\n%by"));
        assertEquals("1", session.shows("rest\n% by"));
        assertEquals("1", session.shows("int echo(int n) { return n; }\nint c1 = rest\n%echo(3);\nc1"));
    }

    @Test
    void aPercentInATextBlockOrACommentIsNoMagic() {
        assertEquals("%echo a\n", session.shows("\"\"\"\n%echo a\n\"\"\""));
        assertEquals("1", session.shows("/*\n%echo a\n!false\n*/\n1"));
        assertEquals("12", session.shows("String s = \"1\" +\n\"2\";\n// %echo\ns"));
    }

    @Test
    void aMagicMayFollowABlockOrAComment() {
        RecordedOutputs outputs = outputs("for (int i = 0; i < 2; i++) {\n}\n%echo a\n// comment\n%echo b\n;");
        assertEquals(List.of("display a", "display b"), outputs.displays);
    }

    /** As a terminal or IPython has it: a notebook's folder stays, and the line that the reader needs is told. */
    @Test
    void aChangeOfFolderIsToldAsItIs() {
        assertTrue(session.fails("%cd downloads").message().contains("%docker-compose -f downloads/compose.yaml up"));
        assertTrue(outputs("!cd /tmp").err().contains("!cd /tmp && ls"));
        assertEquals("", outputs("!cd /tmp && true").err());
    }

    @Test
    void anUnknownMagicNamesTheNearest() {
        Outcome.Failed failed = session.fails("%ecko x");
        assertEquals("MagicException", failed.name());
        assertEquals("No magic \"%ecko\". Did you mean \"%echo\"? %magics lists them all.", failed.message());
        assertEquals(1, failed.traceback().size());
        assertEquals("It was told to fail.", session.fails("%echo fail").message());
    }

    @Test
    void aShellCommandsOutputIsStreamed() {
        RecordedOutputs outputs = outputs("!echo out; echo err >&2; exit 3");
        assertEquals("out\n", outputs.out());
        assertEquals("err\nexit code 3\n", outputs.err());
        assertEquals("a b\n", outputs("!echo a \\\n  b").out());
        assertEquals("one\ntwo\n", outputs("%%sh\necho one\necho two").out());
        assertEquals("one\n", outputs("int d1 = 1;\n%bash echo one").out());
    }

    @Test
    void aCommandsLeftOversDieWithTheKernel() throws Exception {
        try (Session other = new Session()) {
            other.shows("!sleep 87654 > /dev/null 2>&1 &");
            assertFalse(runs("sleep 87654").isEmpty());
        }
        assertEquals("", runs("sleep 87654"));
    }

    private static String runs(String pattern) throws Exception {
        Process process = new ProcessBuilder("pgrep", "-f", pattern).start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aCellIsWrittenToAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.txt");
        assertEquals(
                "Wrote " + file + "\n",
                outputs("%%writefile " + file + "\none\ntwo").out());
        assertEquals(
                "Appended to " + file + "\n",
                outputs("%%writefile -a " + file + "\nthree\n").out());
        assertEquals("one\ntwo\nthree\n", Files.readString(file));
        assertEquals(
                "Wrote " + folder.resolve("new/b.txt") + "\n",
                outputs("%%writefile " + folder.resolve("new/b.txt") + "\nx").out());
        assertTrue(session.fails("%%writefile " + file.resolve("b.txt") + "\nx")
                .message()
                .startsWith("Could not write"));
    }

    @Test
    void timeShowsTheValueAndHowLongItTook() {
        RecordedOutputs outputs = new RecordedOutputs();
        assertEquals("3", Session.shows(session.run("%time 1 + 2", outputs)));
        assertTrue(outputs.out().matches("Took [0-9.]+ (µs|ms), and [0-9.]+ ms to compile\n"), outputs.out());
        assertEquals("4", session.shows("%%time\nint timed = 3;\ntimed + 1"));
        assertEquals("3", session.shows("timed"));
        assertEquals("CompilationError", session.fails("%time nonsense").name());
    }

    @Test
    void aFileOfSnippetsIsLoaded(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.jsh");
        Files.writeString(file, "int loaded = 5;\nint twiceLoaded() { return 2 * loaded; }\n");
        session.shows("%load " + file);
        assertEquals("10", session.shows("twiceLoaded()"));
        assertTrue(session.fails("%load nowhere.jsh").message().startsWith("No readable file \"nowhere.jsh\""));
    }

    @Test
    void aJarJoinsTheClassPath(@TempDir Path folder) throws Exception {
        session.shows("%%writefile " + folder.resolve("Greeter.java")
                + "\npackage greeting;\npublic class Greeter { public static String hi() { return \"hi\"; } }");
        session.shows("%sh cd " + folder + " && javac -d out Greeter.java && jar cf greeter.jar -C out .");
        session.shows("%jars " + folder + "/*.jar");
        assertEquals("hi", session.shows("greeting.Greeter.hi()"));
        assertTrue(session.shows("%classpath").contains("greeter.jar"));
        assertTrue(session.fails("%jars nothing.jar").message().startsWith("No jar matches"));
    }

    @Test
    void magicsAreListed() {
        String list = session.shows("%magics");
        assertTrue(list.contains("%echo") && list.contains("%writefile"), list);
        assertTrue(session.shows("%help").contains("%magics"));
    }
}
