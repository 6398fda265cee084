package porthole.jupyter.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that outlive the recompilation of what they were declared with. */
@SuppressWarnings("StringConcatToTextBlock")
class KeptValuesTest {
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
    void aVariableIsKeptWhenTheMethodThatSetItChanges() {
        session.shows("List<String> names() { return new ArrayList<>(List.of(\"a\")); }\nvar names = names();");
        session.shows("List<String> names() { return new LinkedList<>(); }");
        assertEquals("[a]", session.shows("names"));
        session.shows("names.add(\"b\");\nimport java.time.*;\nimport java.text.*;");
        assertEquals("[a, b]", session.shows("names"));
    }

    @Test
    void aLambdaAndAMethodSeeTheSameVariable() {
        session.shows("int step() { return 1; }\nInteger count = step();\nSupplier<Integer> seen = () -> count;\n"
                + "void more() { count += step(); }");
        session.shows("int step() { return 10; }");
        session.shows("more();");
        assertEquals("11", session.shows("count"));
        assertEquals("11", session.shows("seen.get()"));
    }

    @Test
    void aVariableDeclaredAnewBeginsAnew() {
        session.shows("String word = \"old\";");
        session.shows("String word;");
        assertEquals("null", session.shows("word"));
        session.shows("int number = 5;");
        session.shows("int number;");
        assertEquals("0", session.shows("number"));
        session.shows("long number = 7;\nimport java.time.*;");
        assertEquals("7", session.shows("number"));
    }

    @Test
    void aLossIsSaid() {
        session.shows("class Point { int x = 1; }\nvar point = new Point();\nPoint other = new Point();");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("class Point { int x = 1; int y = 2; }", outputs));
        assertEquals(
                "other has lost its value, because its type has changed; run the cell that sets it again.\n"
                        + "point has lost its value, because its type has changed; run the cell that sets it again.\n",
                outputs.err());
    }

    @Test
    void aLossIsNeverSilent() {
        session.shows("int base() { return 1; }\nclass Box { int n = base(); }\nBox box = new Box();\nbox.n = 5;");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("String base() { return \"2\"; }\nint base() { return 2; }", outputs));
        String shown = session.shows("box == null ? \"lost\" : \"\" + box.n");
        assertTrue(shown.equals("5") || outputs.err().contains("box has lost its value"), shown + outputs.err());
    }
}
