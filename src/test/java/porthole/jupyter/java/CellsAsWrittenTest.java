package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import porthole.jupyter.api.Outcome;

/** Cells in the forms that people write them, and what they do to the process that runs them. */
@SuppressWarnings("StringConcatToTextBlock")
class CellsAsWrittenTest extends SessionPerClass {
    @Test
    void aTypeIsShownByItsNameInAnyLanguage() {
        assertTrue(session.shows("class 箱 {}\nnew 箱()").startsWith("箱@"), session.shows("new 箱()"));
        assertEquals("class 箱", session.shows("箱.class"));
    }

    @Test
    void anAnonymousClassIsShownByWhatItIs() {
        String shown = session.shows("new Object() { int a = 5; }").toString();
        assertEquals("Object (an anonymous class) {a=5}", shown);
        assertTrue(session.shows("Runnable task = new Runnable() { public void run() {} };\ntask")
                .startsWith("Runnable (an anonymous class)@"));
    }

    @Test
    void aReturnShowsItsValueAndEndsTheCell() {
        assertEquals("42", session.shows("return 42;"));
        assertEquals("10", session.shows("int half = 5;\nreturn half * 2;\n// said"));
        assertEquals("", session.shows("return;"));
        RecordedOutputs outputs = new RecordedOutputs();
        assertEquals("1", Session.shows(session.run("return 1;\nSystem.out.println(\"never\");", outputs)));
        assertEquals("", outputs.out());
        assertEquals("3", session.shows("int returned = 3;\nreturned"));
    }

    @Test
    void aReturnInsideOfAblockEndsTheCellToo() {
        assertEquals("3", session.shows("for (int i = 0; i < 5; i++) { if (i == 3) return i; }"));
        RecordedOutputs outputs = new RecordedOutputs();
        String cell = "if (true) { return \"early\"; }\nSystem.out.println(\"never\");";
        assertEquals("early", Session.shows(session.run(cell, outputs)));
        assertEquals("", outputs.out());
        assertEquals("null", session.shows("int tried = 1;\nif (tried > 0) return null;\ntried"));
        assertEquals("", session.shows("if (tried > 0) { return; }\ntried"));
        assertEquals("1", session.shows("if (tried > 1) { return; }\ntried"));
        assertEquals("7", session.shows("Object inner = eval(\"if (tried > 0) return 5;\");\n7"));
        assertEquals(
                "1", session.shows("for (int i = 0; i < 2; i++) { Runnable r = () -> { return; }; r.run(); }\ntried"));
        String text = Session.text(session.fails("if (tried > 0) {\n  if (tried / 0 > 1) return;\n}"));
        assertTrue(
                text.contains(":2  if (tried / 0 > 1) return;") && text.lines().count() < 6, text);
    }

    @Test
    void linesThatMarkASolutionAreComments() {
        String solved = "int twice(int n) {\n  ### BEGIN SOLUTION\n  return n * 2;\n  ### END SOLUTION\n}\ntwice(21)";
        assertEquals("42", session.shows(solved));
        assertEquals("1", session.shows("### BEGIN HIDDEN TESTS\n1\n### END HIDDEN TESTS"));
        assertTrue(Session.text(session.fails("### anything else\n1")).contains("#"));
    }

    @Test
    void anExclamationMarkIsJavaWhereThatCompiles() {
        assertEquals("false", session.shows("boolean open = true;\n!open"));
        assertEquals("false", session.shows("!open"));
        session.shows("var drinks = List.of(\"tea\");");
        assertEquals("true", session.shows("!drinks.isEmpty()"));
        assertEquals("true", session.shows("!drinks.stream()\n    .anyMatch(String::isEmpty)"));
        assertEquals("true", session.shows("!drinks.isEmpty()\n    && open"));
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("!echo open\n!printf isEmpty", outputs);
        assertEquals("open\nisEmpty", outputs.out());
    }

    @Test
    void theClassFilesOfCellsAreResources() {
        session.shows("class Stored { int a; class Inner {} }");
        String own = "Stored.class.getResourceAsStream(\"Stored.class\").readNBytes(4)[0]";
        assertEquals("-54", session.shows(own));
        assertEquals(
                "-54",
                session.shows("Stored.class.getClassLoader().getResourceAsStream("
                        + "Stored.Inner.class.getName().replace('.', '/') + \".class\").readNBytes(4)[0]"));
        assertEquals("true", session.shows("Stored.class.getClassLoader().getResource(\"Stored.class\") != null"));
        assertEquals("true", session.shows("Stored.class.getClassLoader().getResource(\"Nowhere.class\") == null"));
    }

    @Test
    void arraysOfOwnClassesAreNamedAsTheyAreWritten() {
        assertEquals("Cup[]", session.shows("class Cup {}\nCup[].class"));
        assertEquals("Cup[][]", session.shows("new Cup[0][0].getClass()"));
    }

    @Test
    void anErrorInAReturnIsMarkedWhereItStands() {
        assertTrue(Session.text(session.fails("return  nowhere;")).contains("In["));
        assertTrue(Session.text(session.fails("return nowhere;"))
                .contains("return nowhere;\n"
                        + " "
                                .repeat(Session.text(session.fails("return nowhere;"))
                                        .lines()
                                        .skip(1)
                                        .findFirst()
                                        .orElse("")
                                        .indexOf("nowhere"))
                        + "^^^^^^^"));
    }

    @Test
    void aPackageIsAName() {
        session.shows("package com.example.shop;\n\npublic class Tea { public String name = \"green\"; }");
        assertEquals(
                "green",
                session.shows("package com.example.till;\nimport com.example.shop.Tea;\n"
                        + "import com.example.shop.*;\nreturn new com.example.shop.Tea().name;"));
        assertEquals("", session.shows("package com.example.till;"));
    }

    @Test
    void commentsMayStandAboveApackage() {
        session.shows("// Chapter 1\n/* of\n   two */ package com.example.book;\n\nclass Page { int number = 3; }");
        assertEquals("3", session.shows("new Page().number"));
        String text = Session.text(session.fails("// Chapter 2\npackage com.example.book;\nint n = wrong;"));
        assertTrue(text.contains(":3  int n = wrong;"), text);
    }

    @Test
    void whatIsNestedInAclassOfApackageCanBeImported() {
        session.shows("package lecture;\nclass Enums { enum Colour { RED, GREEN } enum Size { S }\n"
                + "  static int twice(int n) { return 2 * n; } static final int TEN = 10; }");
        session.shows("import lecture.Enums.Colour;");
        assertEquals("RED", session.shows("Colour.RED"));
        assertEquals("GREEN", session.shows("Colour mine = Colour.GREEN; mine"));
        assertEquals("6", session.shows("import static lecture.Enums.twice;\ntwice(3)"));
        assertEquals("S", session.shows("import lecture.Enums.*;\nSize.S"));
        assertEquals("10", session.shows("import static lecture.Enums.*;\nTEN"));
        session.shows("package lecture;\nclass Enums { enum Colour { RED, GREEN, BLUE }\n"
                + "  static int twice(int n) { return 20 * n; } }");
        assertEquals("BLUE", session.shows("Colour.BLUE"));
        assertEquals("60", session.shows("int sixty = twice(3); sixty"));
        assertTrue(session.fails("import lecture.Enums.Shape;").message().contains("lecture.Enums"));
    }

    @Test
    void whatBeakerXsNotebooksSetOfTheirKernelIsHeard() {
        session.shows("Object nothing = null;");
        assertEquals("null", session.shows("nothing"));
        session.shows("com.twosigma.beakerx.kernel.Kernel.showNullExecutionResult = false;");
        assertEquals("", session.shows("nothing"));
        session.shows("import com.twosigma.beakerx.kernel.Kernel;\nKernel.showNullExecutionResult = true;");
        assertEquals("null", session.shows("nothing"));
    }

    @Test
    void sealedTypesRecordsAndPatternsOfOneCell() {
        assertEquals(
                "square 9",
                session.shows("String say(Shape shape) {\n"
                        + "  if (shape instanceof Square s) { return \"square \" + s.side() * s.side(); }\n  return \"?\"; }\n"
                        + "sealed interface Shape permits Square, Circle {}\nrecord Square(int side) implements Shape {}\n"
                        + "record Circle(int r) implements Shape {}\nsay(new Square(3))"));
    }

    @Test
    void annotationsGenericsAndTextBlocks() {
        assertEquals(
                "[a]",
                session.shows("@FunctionalInterface interface Maker<T extends Comparable<T>> { T make(); }\n"
                        + "<T extends Comparable<T>> List<T> one(Maker<T> maker) { return List.of(maker.make()); }\n"
                        + "one(() -> \"\"\"\n  a\"\"\")"));
        assertEquals(
                "yes",
                session.shows(
                        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Mark {\n"
                                + "  String value(); }\n@Mark(\"yes\") class Marked {}\nMarked.class.getAnnotation(Mark.class).value()"));
    }

    @Test
    void theConsoleAsksAndHidesPasswords() {
        RecordedOutputs outputs = new RecordedOutputs();
        outputs.answers.add("Ada");
        outputs.answers.add("secret");
        assertEquals(
                "Ada 6",
                Session.shows(session.run(
                        "String name = System.console().readLine(\"%s? \", \"name\");\n"
                                + "name + \" \" + System.console().readPassword(\"password: \").length",
                        outputs)));
        assertEquals("[name? , password:  hidden]", outputs.questions.toString());
        assertTrue(session.fails("System.console().readPassword()").message().contains("allows no input"));
    }

    @Test
    void exitIsRefusedThroughALibraryToo() {
        String code = "Runtime.class.getMethod(\"exit\", int.class).invoke(Runtime.getRuntime(), 3);";
        assertTrue(Session.text(session.fails(code)).contains("System.exit(3) would end the kernel"));
    }

    @Test
    void tooDeepARecursionIsShortToRead() {
        Outcome.Failed failed = session.fails("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertEquals("StackOverflowError", failed.name());
        assertTrue(failed.traceback().size() < 20, failed.traceback().toString());
    }

    @Test
    void memoryThatIsUsedUpIsFreeAgain() {
        Outcome.Failed failed = session.fails("new long[Integer.MAX_VALUE - 8][Integer.MAX_VALUE - 8]");
        assertEquals("OutOfMemoryError", failed.name());
        assertEquals("2", session.shows("1 + 1"));
    }

    @Test
    void moreThanABrowserBearsIsCut() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("for (int i = 0; i < 500_000; i++) { System.out.println(\"line \" + i); }", outputs);
        assertTrue(outputs.out().length() < 2_010_000, "" + outputs.out().length());
        assertTrue(outputs.out().startsWith("line 0\nline 1\n"));
        assertTrue(outputs.out().endsWith("line 499998\nline 499999\n"));
        assertTrue(outputs.err().contains("has printed 2,000,000 characters"), outputs.err());
        assertTrue(outputs.err().contains("PORTHOLE_OUTPUT_LIMIT"), outputs.err());
        assertTrue(outputs.err().contains("characters not shown"), outputs.err());
    }

    @Test
    void coloursPassThrough() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("System.out.print(\"\\u001b[31mred\\u001b[0m\");", outputs);
        assertEquals("\u001b[31mred\u001b[0m", outputs.out());
    }

    @Test
    void whatATaskOfASharedPoolSaysLateBelongsToItsCell() throws InterruptedException {
        RecordedOutputs first = new RecordedOutputs();
        RecordedOutputs second = new RecordedOutputs();
        session.run(
                "var go = new CountDownLatch(1);\nvar said = CompletableFuture.runAsync(() -> {\n"
                        + "  try { go.await(); } catch (InterruptedException e) {}\n  System.out.println(\"late\"); });",
                first);
        Session.shows(session.run("go.countDown();\nsaid.join();", second));
        first.awaitOut("late\n");
        assertEquals("", second.out());
    }

    @Test
    void whatATaskSaysBelongsToTheCellThatGaveItToThePool() {
        session.shows("var workers = Executors.newFixedThreadPool(1);\nworkers.submit(() -> 1).get();");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("workers.submit(() -> System.out.println(\"mine\")).get();", outputs));
        assertEquals("mine\n", outputs.out());
    }

    @Test
    void optionsOfJavacComeWithoutLosingAnything() {
        try (Session other = new Session()) {
            other.shows("var before = new ArrayList<>(List.of(1));");
            String preview = Runtime.version().feature() == 17
                    ? "String kind(Object o) { return switch (o) { case Integer i -> \"int\"; default -> \"other\"; }; }"
                    : "String kind(Object o) { return switch (o) { case int i when i > 3 -> \"int\"; default -> \"other\"; }; }";
            assertTrue(other.fails(preview).message().contains("preview"));
            assertEquals("", other.shows("%option --enable-preview"));
            assertEquals("int", other.shows(preview + "\nkind(42)"));
            assertEquals("[1]", other.shows("before"));
            assertTrue(other.shows("%option").startsWith("--enable-preview -source"));
        }
    }

    @Test
    void anOptionThatJavacDoesNotKnowIsRefused() {
        assertTrue(session.fails("%option --no-such")
                .message()
                .startsWith("\"--no-such\" is not an option of this javac"));
        assertTrue(session.fails("%option -source").message().contains("needs a value"));
        assertEquals("2", session.shows("1 + 1"));
    }
}
