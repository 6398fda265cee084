package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.network.Network;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kernel", "install", "uninstall", "doctor", "clean", "new", "lesson", "diff", "stable", "version"
            })
    void everyCommandExplainsItself(String command) {
        assertEquals(0, run(command, "--help"));
        assertTrue(out.toString().startsWith("Usage: porthole " + command), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void withoutACommandAllAreListed() {
        assertEquals(0, run());
        assertTrue(out.toString().contains("uninstall"), out.toString());
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        assertEquals(2, run("docter"));
        assertEquals(
                "No command \"docter\" (kernel, install, uninstall, doctor, clean, new, lesson, handout, grade, diff, stable, version). Did you mean \"doctor\"?",
                err.toString().strip());
    }

    @Test
    void anUnknownOptionNamesTheHelp() {
        assertEquals(2, run("install", "--perfix=/tmp"));
        assertTrue(err.toString().contains("--perfix"), err.toString());
        assertTrue(err.toString().contains("See \"porthole install --help\"."), err.toString());
    }

    @Test
    void twoPlacesAtOnceAreRefused() {
        assertEquals(2, run("install", "--user", "--sys-prefix"));
        assertEquals(
                "Give only one of --user, --prefix, --sys-prefix. See \"porthole install --help\".",
                err.toString().strip());
    }

    @Test
    void whatIsMissingTwiceOrTooMuchIsNamed() {
        assertEquals(2, run("install", "--prefix"));
        assertEquals(2, run("install", "--java", "a", "--java", "b"));
        assertEquals(2, run("version", "more"));
        assertEquals(2, run("clean", "--images=often"));
        assertEquals(
                List.of(
                        "\"--prefix\" needs DIR. See \"porthole install --help\".",
                        "Give \"--java\" only once. See \"porthole install --help\".",
                        "Unexpected argument \"more\" for \"porthole version\". See \"porthole version --help\".",
                        "\"often\" is not a valid value for --images. See \"porthole clean --help\"."),
                err.toString().lines().toList());
    }

    /** Of an English word of two letters and more that is no command, option, name or form. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kernel",
                "install",
                "uninstall",
                "doctor",
                "clean",
                "new",
                "lesson",
                "diff",
                "stable",
                "version"
            })
    void inJapaneseAUsageHasNoEnglishSentence(String command) {
        Language before = Language.current();
        Language.use(Language.JAPANESE);
        try {
            run(command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"});
            run("docter");
            run("install", "--user", "--sys-prefix");
            run("install", "--jar", "target/absent.jar", "--prefix", "target/nowhere");
        } finally {
            Language.use(before);
        }
        String all = out.toString() + err;
        assertTrue(all.startsWith("使い方：porthole"), all);
        assertFalse(all.matches("(?s).*\\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\\b.*"), all);
    }

    @Test
    void aFailureIsOneSentenceWithoutATrace() {
        assertEquals(1, run("install", "--prefix", "target/nowhere", "--jar", "target/absent.jar"));
        assertTrue(err.toString().startsWith("No jar at target/absent.jar."), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void theVersionNamesTheJavaThatRunsIt() {
        assertEquals(0, run("version"));
        assertTrue(out.toString().contains("Java " + Runtime.version()), out.toString());
    }

    @Test
    void theDoctorHasARowForEachThingThatANotebookNeeds() {
        run("doctor");
        for (String thing : new String[] {"Java", "Maven", "Jupyter", "Kernel", "Chromium", "Engine", "Compose"}) {
            assertTrue(out.toString().lines().anyMatch(line -> line.startsWith(thing + " ")), thing + " in\n" + out);
        }
    }

    @Test
    @Tag("engine")
    void cleaningASessionRemovesItsThingsAndNoOthers() {
        Owner mine = Owner.ofThisProcess("");
        Owner other = Owner.ofThisProcess("");
        String name = "clean-" + mine.session().substring(0, 8);
        try (Docker docker = Docker.connect(Notices.none(), mine);
                Docker others = Docker.connect(Notices.none(), other)) {
            docker.network.create(name, n -> n.subnet("10.231.8.0/28"));
            others.network.create(name + "-other", n -> n.subnet("10.231.8.16/28"));
            try {
                assertEquals(0, run("clean", "--session", mine.session()));
                // Other people's things, which stay, may be on the engine too.
                assertEquals(
                        List.of("Removed network " + name + "."),
                        out.toString()
                                .lines()
                                .filter(line -> line.startsWith("Removed"))
                                .toList());
                List<String> left =
                        docker.network.ls().stream().map(Network::name).toList();
                assertFalse(left.contains(name), left.toString());
                assertTrue(left.contains(name + "-other"), left.toString());
            } finally {
                docker.reset();
                others.reset();
            }
        }
    }

    @Test
    @Tag("engine")
    void theDoctorSaysWhichApiTheEngineSpeaks() {
        run("doctor");
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("API +1\\.\\d+ .*")), out.toString());
    }
}
