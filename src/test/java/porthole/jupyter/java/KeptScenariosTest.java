package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import porthole.jupyter.api.Outcome;

/** Values, across all that makes JShell compile what they were declared with once more: kept, or told by name, once. */
class KeptScenariosTest {
    @BeforeAll
    static void attach() {
        Attached.now();
    }

    /**
     * One of them.
     *
     * @param before a cell that makes values
     * @param edit a cell after which they are asked for
     * @param question an expression
     * @param expected its value; or "told" and the sentence's beginning, which stands once on the edit's stderr
     */
    private record Scenario(String name, String before, String edit, String question, String expected) {
        static Scenario of(String line) {
            String[] parts = line.replace("%0A", "\n").split("(?<!\\|)\\|(?!\\|)");
            return new Scenario(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        void check() {
            try (Session session = new Session()) {
                session.shows(before);
                RecordedOutputs outputs = new RecordedOutputs();
                Outcome unused = session.run(edit, outputs);
                String shown = session.shows(question);
                if (expected.startsWith("told ")) {
                    String sentence = expected.substring("told ".length());
                    assertEquals(2, outputs.err().split(sentence, -1).length, name + ": " + outputs.err());
                } else {
                    assertEquals(expected, shown, name);
                    assertTrue(
                            !outputs.err().contains("keep has lost"), name + " is said to be lost: " + outputs.err());
                }
            }
        }
    }

    @Test
    void aValueIsKeptOrToldByNameOnce() throws IOException {
        try (InputStream in = KeptScenariosTest.class.getResourceAsStream("kept.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Stream<Executable> checks = all.lines().map(Scenario::of).map(s -> s::check);
            assertAll(checks);
        }
    }
}
