package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porthole.jupyter.api.Outcome;

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
                         cannot find symbol: variable foo
                         Hint: Nothing named "foo" is declared; declare it first (var foo = …), or run the
                               cell that does.""", Session.text(failed));
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
                  → In[2]:7  twice(1)
                Hint: An integer was divided by 0; check the divisor before, or divide by 0.0 where a
                      double (Infinity) will do.""", Session.text(failed));
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
    void mistakesWithClassesHaveTheirHints() {
        session.shows("class Outer { class Inner {} }");
        assertHint("var dog = Outer();", "Outer is a class: write new before it");
        assertHint("new Outer.Inner()", "belongs to an object of the class around it");
        assertHint("class Stack<T> { T[] all = new T[10]; }", "An array cannot be made of a type parameter");
        assertHint("int[] three = new int[3] {1, 2, 3};", "Give the length or the elements");
        assertHint("float half = 0.5;", "put f after it");
        assertHint("List<Object> all = new ArrayList<String>();", "ArrayList<String> is not List<Object>");
    }

    @Test
    void anEndlessRecursionIsFolded() {
        Outcome.Failed failed = session.fails("int deep(int n) { return deep(n + 1); }\ndeep(0)");
        assertEquals("StackOverflowError", failed.name());
        assertTrue(failed.traceback().size() < 8, Session.text(failed));
        assertTrue(Session.text(failed).contains(" times"), Session.text(failed));
        Outcome.Failed turns = session.fails(
                "int ping(int n) { return pong(n + 1); }\nint pong(int n) { return ping(n + 1); }\nping(0)");
        assertTrue(turns.traceback().size() < 10, Session.text(turns));
        assertTrue(Session.text(turns).contains("these 2 lines"), Session.text(turns));
        assertFalse(Session.text(turns).contains("StopCheck"), Session.text(turns));
    }

    @Test
    void twoMethodsOfANameThatWaitForATypeAreToldAndTheSessionLives() {
        session.shows("void add(Ledger ledger, String text) { ledger.add(text); }");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run(
                "void add(Ledger ledger, String text, int times) { ledger.add(text.repeat(times)); }", outputs));
        assertTrue(
                outputs.err().startsWith("add(Ledger,String) is forgotten: it refers to class Ledger, which is not"),
                outputs.err());
        session.shows("class Ledger { String all = \"\"; void add(String text) { all += text; } }");
        assertEquals("abab", session.shows("var ledger = new Ledger();\nadd(ledger, \"ab\", 2);\nledger.all"));
    }

    @Test
    void aNameThatIsNotDeclaredEitherIsNotTheNearest() {
        String text = Session.text(session.fails("score = 3 * scale;"));
        assertFalse(text.contains("Did you mean"), text);
        String near =
                Session.text(session.fails("int total = 1, sume = 2;\nfor (int i = 0; i < 3; i++) { sum += i; }"));
        assertTrue(near.contains("Did you mean \"sume\"?"), near);
    }

    @Test
    void whatNeedsAWindowIsToldWhatToDoInstead() {
        String text = Session.text(session.fails("new java.awt.Frame()"));
        assertTrue(text.contains("Hint: A notebook has no window: let the picture be the cell's value"), text);
    }

    @Test
    void aTypeInAValuesPlaceWantsNoImport() {
        String text = Session.text(session.fails("int length = String + 1;"));
        assertTrue(text.contains("Hint: String is the name of a type; a value or a variable is wanted"), text);
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
    void aThreadsExceptionAndToStringsHaveTheCellsLines() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run(
                "Thread t = new Thread(() -> {\n  int[] none = {};\n  none[0] = 1;\n}, \"worker\");\nt.start();\nt.join();",
                outputs);
        assertTrue(outputs.err().contains("\"worker\""), outputs.err());
        assertTrue(outputs.err().contains("In[1]:3"), outputs.err());
        session.shows("class Odd {\n  public String toString() {\n    throw new IllegalStateException(); } }");
        session.shows("import java.time.*;\nimport java.text.*;");
        String text = Session.text(session.fails("new Odd()"));
        assertTrue(text.contains("In[2]:3"), text);
    }

    @Test
    void printStackTraceSpeaksOfCellsToo() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("try {\n  Integer.parseInt(\"x\");\n} catch (Exception e) {\n  e.printStackTrace();\n}", outputs);
        assertTrue(outputs.err().contains("In[1]:2"), outputs.err());
        assertFalse(outputs.err().contains("REPL"), outputs.err());
    }

    @Test
    void suppressedExceptionsAreShown() {
        String text = Session.text(session.fails(
                "class Door implements AutoCloseable { public void close() { throw new IllegalStateException(\"stuck\"); } }\n"
                        + "try (Door d = new Door()) {\n  throw new RuntimeException(\"first\");\n}"));
        assertTrue(text.contains("Suppressed: IllegalStateException: stuck"), text);
    }

    @Test
    void aMessageThatThrowsOrNeverComesDoesNotHurt() throws Exception {
        String throwing =
                "class Bad extends RuntimeException { public String getMessage() { return null + List.of().get(0).toString(); } }";
        assertTrue(session.fails(throwing + "\nthrow new Bad();").message().contains("itself threw"));
        Outcome outcome = session.interrupted("class Slow extends RuntimeException { public String getMessage() {\n"
                + "  System.out.println(\"here\"); while (true) { } } }\nthrow new Slow();");
        assertEquals("Interrupted", Session.fails(outcome).name());
    }

    @Test
    void nullIsToldByTheNameOfTheVariable() {
        Outcome.Failed failed = session.fails("int size(String given) { return given.length(); }\nsize(null)");
        assertTrue(failed.message().endsWith("because \"given\" is null"), failed.message());
        assertTrue(Session.text(failed).contains("Hint: given is null"), Session.text(failed));
    }

    @Test
    void anArrayThatALoopGoesThroughIsToldToBeNull() {
        String text = Session.text(
                session.fails("int[] noNumbers = null;\nfor (int n : noNumbers) { System.out.println(n); }"));
        assertTrue(text.contains("Hint: The array that the for loop goes through is null"), text);
    }

    @Test
    void aMissingImportIsNamed() {
        assertHint("HttpClient.newHttpClient()", "import java.net.http.HttpClient;");
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("class Later { HttpClient c; }", outputs);
        assertTrue(outputs.err().contains("import java.net.http.HttpClient;"), outputs.err());
    }

    @Test
    void theNearestNameIsTold() {
        session.shows("int counter = 1; void increase() {} record Point(int x) { void move() {} }");
        assertHint("conter + 1", "\"counter\"");
        assertHint("incrase()", "\"increase()\"");
        assertHint("Pont p = null;", "\"Point\"");
        assertHint("new Point(1).mve()", "\"move()\"");
        assertHint("\"abc\".lenght()", "\"length()\"");
        assertHint("List.of().size", "size()");
        assertHint("import java.utli.List;", "\"java.util\"");
        assertHint("import com.acme.Rocket;", "%maven");
    }

    @Test
    void aComparisonOfStringsByIdentityIsNoted() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("String given = \"a\";\ngiven == \"a\"", outputs);
        assertTrue(outputs.err().contains("equals"), outputs.err());
        RecordedOutputs quiet = new RecordedOutputs();
        session.run("String other = \"a == b\"; // == \"c\"", quiet);
        assertEquals("", quiet.err());
    }

    @Test
    void theMarkStandsUnderItsSignInJapaneseToo() {
        String text = Session.text(session.fails("String 名前 = 値;"));
        assertTrue(text.contains("\n" + " ".repeat(9) + "       \u3000\u3000   ^^\n"), text);
    }

    private void assertHint(String code, String expected) {
        String text = Session.text(session.fails(code));
        String hint = text.substring(Math.max(0, text.indexOf("Hint:")));
        assertTrue(hint.startsWith("Hint:") && hint.contains(expected), text);
    }

    @Test
    void theCellGoesNoFurtherThanItsFirstError() {
        session.fails("int before = 1;\nint wrong = 1 / 0;\nint after = 1;");
        assertEquals("1", session.shows("before"));
        assertEquals("CompilationError", session.fails("after").name());
    }
}
