package porthole.jupyter.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person reads when a cell fails. */
class ErrorsTest {
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
    void aCompileErrorShowsTheLineAndTheColumn() {
        Outcome.Failed failed = session.fails("int a = 1;\n\nint b = a + foo; // here\nint c = 2;");
        assertEquals("CompilationError", failed.name());
        assertEquals("cannot find symbol: variable foo", failed.message());
        assertEquals("""
                CompilationError
                In[1]:3  int b = a + foo; // here
                                     ^^^
                         cannot find symbol: variable foo""", Session.text(failed));
    }

    @Test
    void allCompileErrorsAreShown() {
        String text = Session.text(session.fails("int b = foo +\n  bar;"));
        assertTrue(text.contains("In[1]:1  int b = foo +"), text);
        assertTrue(text.contains("In[1]:2    bar;"), text);
    }

    @Test
    void brokenSyntaxIsACompileError() {
        Outcome.Failed failed = session.fails("int f() {\n  return 1\n}");
        assertEquals("';' expected", failed.message());
        assertTrue(Session.text(failed).contains("In[1]:2    return 1"), Session.text(failed));
        assertEquals(
                "CompilationError",
                session.fails("for (int i = 0; i < 3; i++) {").name());
        assertEquals("CompilationError", session.fails("\"abc").name());
    }

    @Test
    void anExceptionShowsTheLinesOfTheCellsThatItPassed() {
        session.shows("int divide(int a, int b) {\n\n    return a / b;\n}");
        Outcome.Failed failed =
                session.fails("// twice\nint twice(int n) {\n  return 2 * divide(n, 0);\n}\n\n\ntwice(1)");
        assertEquals("ArithmeticException", failed.name());
        assertEquals("/ by zero", failed.message());
        assertEquals("""
                ArithmeticException: / by zero
                  → In[1]:3  return a / b;   in divide()
                  → In[2]:3  return 2 * divide(n, 0);   in twice()
                  → In[2]:7  twice(1)""", Session.text(failed));
    }

    @Test
    void theLibrarysFramesStandBetweenThePersonsOwn() {
        String text = Session.text(session.fails("List.of(1).forEach(i -> {\n  int x = i / 0;\n});"));
        assertTrue(text.contains("In[1]:2  int x = i / 0;"), text);
        assertTrue(text.contains("at java."), text);
        assertFalse(text.contains("jshell"), text);
        assertFalse(text.contains("porthole"), text);
    }

    @Test
    void anExceptionOfOnesOwnHasItsOwnNameAndItsCause() {
        Outcome.Failed failed = session.fails(
                "class MyProblem extends RuntimeException { MyProblem(Throwable c) { super(\"mine\", c); } }\n"
                        + "try {\n  Integer.parseInt(\"x\");\n} catch (Exception e) {\n  throw new MyProblem(e);\n}");
        assertEquals("MyProblem", failed.name());
        assertEquals("mine", failed.message());
        String text = Session.text(failed);
        assertTrue(text.startsWith("MyProblem: mine"), text);
        assertTrue(text.contains("Caused by: NumberFormatException: For input string: \"x\""), text);
        assertTrue(text.contains("In[1]:3  Integer.parseInt(\"x\");"), text);
        assertFalse(text.contains("REPL"), text);
    }

    @Test
    void anEndlessRecursionIsFolded() {
        Outcome.Failed failed = session.fails("int deep(int n) { return deep(n + 1); }\ndeep(0)");
        assertEquals("StackOverflowError", failed.name());
        assertTrue(
                failed.traceback().size() < 60, "lines: " + failed.traceback().size());
        assertTrue(Session.text(failed).contains(" times"), Session.text(failed));
        Outcome.Failed turns = session.fails(
                "int ping(int n) { return pong(n + 1); }\nint pong(int n) { return ping(n + 1); }\nping(0)");
        assertTrue(turns.traceback().size() < 60, "lines: " + turns.traceback().size());
        assertTrue(Session.text(turns).contains("more frames"), Session.text(turns));
        assertFalse(Session.text(turns).contains("StopCheck"), Session.text(turns));
    }

    @Test
    void anOpenCommentIsACompileError() {
        assertEquals("CompilationError", session.fails("int a = 1;\n/* open").name());
    }

    @Test
    void messagesSpeakOfThePersonsOwnTypes() {
        assertEquals(
                "No enum constant Color.BLUE",
                session.fails("enum Color { RED }\nColor.valueOf(\"BLUE\")").message());
    }

    @Test
    void aToStringThatThrowsFailsTheCell() {
        Outcome.Failed failed = session.fails(
                "class Odd { public String toString() { throw new IllegalStateException(\"odd\"); } }\nnew Odd()");
        assertEquals("IllegalStateException", failed.name());
        assertFalse(Session.text(failed).contains("porthole"), Session.text(failed));
    }

    @Test
    void theCellGoesNoFurtherThanItsFirstError() {
        session.fails("int before = 1;\nint wrong = 1 / 0;\nint after = 1;");
        assertEquals("1", session.shows("before"));
        assertEquals("CompilationError", session.fails("after").name());
    }
}
