package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.reader.JavaReader;

/** What goes round JShell, or uses the JDK's own parts, can be switched off, and cells give the same. */
class EvaluatorsTest {
    private static final String SWITCH = "porthole.without";

    @BeforeAll
    static void attach() {
        Attached.now();
    }

    @AfterEach
    void switchOn() {
        System.clearProperty(SWITCH);
    }

    @Test
    void everyCellGivesTheSameWithAndWithoutTheDirectExpressions() throws IOException {
        assertTrue(JavaReader.hasPool(), "Without the pool all goes through JShell");
        List<String> direct = transcripts("");
        List<String> jshell = transcripts("expressions");
        assertTrue(direct.size() > 20, direct.size() + " sessions");
        for (int i = 0; i < direct.size(); i++) {
            assertEquals(jshell.get(i), direct.get(i));
        }
    }

    @Test
    void aCellRunsWithoutAnyOfThem() {
        System.setProperty(SWITCH, "expressions,compiler-pool,jdk-hooks,library-weaver,jshell-history");
        try (Session session = new Session()) {
            session.shows("int a = 20;");
            assertEquals("22", session.shows("a + 2"));
            session.fails("int wrong = \"x\";");
            assertEquals("3", session.shows("List.of(1, 2, 3).size()"));
        }
    }

    @Test
    void eachSaysWhetherItIsActive() {
        assertTrue(Internals.look().get("jshell-history").isEmpty(), Internals.look()::toString);
        System.setProperty(SWITCH, "jshell-history");
        assertEquals(
                "switched off by porthole.without",
                Internals.look().get("jshell-history").orElseThrow());
    }

    private static List<String> transcripts(String without) throws IOException {
        System.setProperty(SWITCH, without);
        List<String> all = new ArrayList<>();
        for (List<String> cells : sessions()) {
            try (Session session = new Session()) {
                session.java.warmUp();
                StringBuilder text = new StringBuilder();
                for (String cell : cells) {
                    RecordedOutputs outputs = new RecordedOutputs();
                    Outcome outcome = session.run(cell.strip(), outputs);
                    text.append("> ")
                            .append(cell)
                            .append(outputs.out())
                            .append(outputs.err())
                            .append(
                                    outcome instanceof Outcome.Failed failed
                                            ? Session.text(failed)
                                            : Session.shows(outcome))
                            .append('\n');
                }
                all.add(text.toString().replaceAll("@[0-9a-f]{4,}", "@").replaceAll("0x[0-9a-f]{8,}", "0x"));
            }
        }
        return all;
    }

    private static List<List<String>> sessions() throws IOException {
        try (InputStream in = EvaluatorsTest.class.getResourceAsStream("sessions.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=====\\n"))
                    .map(s -> Arrays.asList(s.split("(?m)^---\\n")))
                    .toList();
        }
    }
}
