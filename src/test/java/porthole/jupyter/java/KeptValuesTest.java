package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Values that outlive the recompilation of what they were declared with. */
@SuppressWarnings("StringConcatToTextBlock")
class KeptValuesTest extends SessionPerTest {
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
    void aDeclarationThatDoesNotCompileReplacesNothing() {
        session.shows(
                "class Box {\n  int n = 1;\n  int half(int of) { return n / of; }\n}\nBox box = new Box();\nbox.n = 7;");
        session.fails("class Box { int n = \"s\"; }");
        assertEquals("7", session.shows("box.n"));
        String text = Session.text(session.fails("box.half(0)"));
        assertTrue(text.contains("In[1]:3  int half(int of)"), text);
        session.shows("int twice(int n) { return 2 * n; }");
        session.fails("int twice(int n) { return \"s\"; }");
        assertEquals("6", session.shows("twice(3)"));
        session.shows("int count = 1;\ncount = 5;");
        session.fails("int count = \"s\";");
        assertEquals("5", session.shows("count"));
        session.shows("var names = new ArrayList<String>(List.of(\"a\"));");
        session.fails("var names = List.off();");
        assertEquals("[a]", session.shows("names"));
        session.shows("class Box { int n = 2; }");
        assertEquals("2", session.shows("new Box().n"));
    }

    @Test
    void whatNoLongerFitsIsToldAtOnceAndWhereItIsNamed() {
        session.shows("class Base { int get() { return 1; } }\nclass Derived extends Base { int get() { return 2; } }");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("class Base { String get() { return \"s\"; } }", outputs));
        assertTrue(outputs.err().startsWith("Derived does not compile any more"), outputs.err());
        String text = Session.text(session.fails("new Derived()"));
        assertTrue(text.replaceAll("\\s+", " ").contains("Derived does not compile any more"), text);
        outputs = new RecordedOutputs();
        Session.shows(session.run(
                "class Base { long get() { return 1; } }\nclass Derived extends Base { long get() { return 2; } }",
                outputs));
        assertEquals("", outputs.err());
    }

    @Test
    void anObjectOfAnEarlierDeclarationIsSaidToBeOne() {
        session.shows(
                "interface Shape { int area(); }\nclass Square implements Shape { public int area() { return 4; } }\n"
                        + "List<Shape> shapes = List.of(new Square());");
        session.shows("interface Shape { int area(); default int half() { return area() / 2; } }");
        session.shows("interface Shape { int area(); int edges(); }\n"
                + "class Square implements Shape { public int area() { return 4; } public int edges() { return 4; } }");
        String text = Session.text(session.fails("shapes.get(0).area()"));
        assertTrue(text.contains("The object is of an earlier declaration of Shape"), text);
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

    @Test
    void anOldLambdaCallsTheNewCode() {
        session.shows("int step() { return 1; }\nSupplier<Integer> stepper = () -> step();");
        session.shows("int step() { return 10; }");
        assertEquals("10", session.shows("stepper.get()"));
    }

    @Test
    void anObjectIsTheSameWhenOnlyItsMethodsChange() {
        session.shows("class Cat { int lives = 9; String says() { return \"meow\"; } }\nCat cat = new Cat();\n"
                + "Cat same = cat;\ncat.lives = 3;");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("class Cat { int lives = 9; String says() { return \"purr\"; } }", outputs));
        assertEquals("", outputs.err());
        assertEquals("purr3true", session.shows("cat.says() + cat.lives + (cat == same)"));
    }

    @Test
    void staticStateOutlivesARedefinitionOfMethods() {
        session.shows("class Counter { static int n; static int next() { return ++n; } }\nCounter.next();");
        session.shows("class Counter { static int n; static int next() { return n += 10; } }");
        assertEquals("11", session.shows("Counter.next()"));
    }

    @Test
    void aVariableIsKeptWhenWhatItWasSetWithIsGone() {
        session.shows("class Dot { int x = 1; }\nvar dot = new Dot();\nSupplier<Integer> seen = () -> dot.x;");
        session.shows("class Dot { int x = 2; int y = 2; }");
        assertEquals("1", session.shows("import java.time.*;\nimport java.text.*;\nseen.get()"));
    }

    @Test
    void aRunningThreadSeesItsFlagAfterImportsAndRedefinitions() {
        session.shows("boolean on() { return true; }\nvolatile boolean going = on();\n"
                + "Thread poller = new Thread(() -> { while (going) Thread.onSpinWait(); });\npoller.start();");
        session.shows("boolean on() { return 1 > 0; }");
        session.shows("\n\nimport java.time.*;\nimport java.text.*;");
        assertEquals("false", session.shows("going = false;\npoller.join(20_000);\npoller.isAlive()"));
    }

    @Test
    void valuesOutliveFailedCells() {
        session.shows("var kept = new ArrayList<>(List.of(1));");
        session.fails("kept.add(2);\nthrow new IllegalStateException();");
        session.fails("import no.such.Thing;");
        session.fails("int kept2 = kept;");
        assertEquals("[1, 2]", session.shows("kept"));
    }

    @Test
    void anEnumThatGainsAConstantTakesItsVariablesAndSaysSo() {
        session.shows("enum Colour { RED }\nColour colour = Colour.RED;");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("enum Colour { RED, BLUE }", outputs));
        assertTrue(outputs.err().startsWith("colour has lost its value"), outputs.err());
    }

    @Test
    void aLambdaStaysItselfWhenItsVariableOrItsCellComesAgain() {
        session.shows(
                "var all = new ArrayList<Supplier<String>>();\nSupplier<String> next = () -> \"one\";\nall.add(next);");
        session.shows("Supplier<String> next = () -> \"two\";\nall.add(next);");
        assertEquals("three", session.shows("((Supplier<String>) () -> \"three\").get()"));
        assertEquals("true", session.shows("all.add(() -> \"four\")"));
        assertEquals("true", session.shows("all.add(() -> \"five\")"));
        assertEquals("[one, two, four, five]", session.shows("all.stream().map(Supplier::get).toList()"));
    }
}
