package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** One meaning for one name, whichever way a cell is compiled: an expression by itself, or a declaration by JShell. */
class MeaningTest extends SessionPerTest {
    /** The full name of the type, as an expression and as a declaration have it. */
    private void means(String full, String simpleName) {
        assertEquals(full, session.shows(simpleName + ".class.getName()"), "as an expression");
        assertEquals(
                full, session.shows("Class<?> meant = " + simpleName + ".class; meant.getName()"), "as a declaration");
    }

    @Test
    void anImportWithAstarBeatsAdefaultImport() {
        session.shows("import java.awt.*;");
        means("java.awt.List", "List");
        means("java.util.Map", "Map");
    }

    @Test
    void anImportWithAstarBeatsAdefaultImportThatIsInUse() {
        session.shows("List<Integer> numbers = List.of(1, 2);\nint total(List<Integer> of) { return of.size(); }");
        session.shows("import java.awt.*;");
        assertEquals("2", session.shows("total(numbers)"));
        means("java.awt.List", "List");
        assertEquals("[1, 2]", session.shows("numbers"));
    }

    @Test
    void whatNoLongerCompilesIsReportedAtOnce() {
        session.shows("int total(List<Integer> of) { return of.size(); }");
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("import java.awt.List;", outputs);
        assertTrue(outputs.err().startsWith("total does not compile any more"), outputs.err());
    }

    @Test
    void anImportOfAtypeBeatsAdefaultImportAndKeepsValues() {
        session.shows("List<Integer> numbers = List.of(1, 2);\nvar same = numbers;");
        session.shows("import java.awt.List;");
        means("java.awt.List", "List");
        assertEquals("[1, 2]", session.shows("numbers"));
        assertEquals("[1, 2]", session.shows("same"));
        session.shows("import java.util.List;");
        means("java.util.List", "List");
    }

    @Test
    void aStaticImportOfAnestedTypeBeatsAdefaultImport() {
        session.shows("import static java.util.Map.Entry;");
        means("java.util.Map$Entry", "Entry");
        session.shows("import static java.lang.ProcessBuilder.*;");
        means("java.lang.ProcessBuilder$Redirect", "Redirect");
    }

    @Test
    void anOwnClassThatIsNewerThanAnImportWins() {
        session.shows("import java.util.Stack;\nStack<String> letters = new Stack<>();");
        session.shows("letters.push(\"a\")");
        session.shows("class Stack { int depth = 7; }");
        assertEquals("7", session.shows("new Stack().depth"));
        assertEquals("7", session.shows("Stack mine = new Stack(); mine.depth"));
        assertEquals("[a]", session.shows("letters"));
    }

    @Test
    void anImportThatIsNewerThanAnOwnClassWins() {
        session.shows("class Stack { int depth = 7; }");
        session.shows("import java.util.Stack;");
        means("java.util.Stack", "Stack");
        session.shows("class Entry { }");
        session.shows("import java.util.Map.Entry;");
        means("java.util.Map$Entry", "Entry");
    }

    @Test
    void whatIsRefusedReplacesNothing() {
        session.shows("import java.util.Stack;");
        session.fails("class Stack { void open() { return 1; } }");
        means("java.util.Stack", "Stack");
        session.shows("class Deque { int depth = 7; }");
        session.fails("import java.utli.Deque;");
        assertEquals("7", session.shows("new Deque().depth"));
    }

    @Test
    void valuesWithoutAnameHaveThoseOfJShell() {
        session.shows("int n = 5;");
        assertEquals("42", session.shows("1 + 41"));
        session.shows("List.of(\"tea\", \"milk\")");
        session.shows("n = 6");
        session.shows("n");
        session.shows("n == 6");
        session.shows("System.out.println();");
        session.fails("1 / (n - 6)");
        session.shows("class Cup { int size = 3; }\nnew Cup()");
        assertEquals("43", session.shows("$1 + 1"));
        assertEquals(
                "milk", session.shows("for (String one : $2) { n = one.length(); }\nString last = $2.get(1); last"));
        assertEquals("true", session.shows("boolean was = $3; was"));
        assertEquals("3", session.shows("$5.size"));
        session.shows("import java.util.concurrent.atomic.*;\nint $1half = $1 / 2;");
        assertEquals("42", session.shows("$1"));
        assertTrue(session.fails("$99").message().contains("$99"));
        session.shows("%reset");
        session.fails("$2");
        session.shows("\"first\"");
        assertEquals("5", session.shows("$1.length()"));
    }
}
