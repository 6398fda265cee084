package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Outcome;

/** Cells that run. */
@SuppressWarnings("StringConcatToTextBlock")
class JavaInterpreterTest extends SessionPerClass {
    @Test
    void aVarHasTheTypeThatJShellGivesIt() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("(byte) 1", "byte");
        types.put("new ArrayList<Integer>(List.of(3))", "ArrayList<Integer>");
        types.put("new java.util.concurrent.atomic.AtomicInteger()", "java.util.concurrent.atomic.AtomicInteger");
        types.put("new int[2][3]", "int[][]");
        types.put("\"s\".getClass()", "Class<? extends String>");
        types.put("Map.of(1, \"a\").entrySet()", "java.util.Set<java.util.Map.Entry<Integer, String>>");
        types.put("Thread.State.NEW", "Thread.State");
        types.put("new Object() { int n = 3; int of() { return n; } }", "<anonymous class extending Object>");
        types.put("(Runnable & java.io.Serializable) () -> {}", "Runnable&java.io.Serializable");
        types.put("new Spot(1)", "Spot");
        types.put("List.of(new Spot(1))", "List<Spot>");
        session.shows("record Spot(int x) {}");
        int[] count = {0};
        types.keySet().forEach(value -> session.shows("var v" + count[0]++ + " = " + value + ";"));
        List<String> expected = List.copyOf(types.values());
        for (int i = 0; i < expected.size(); i++) {
            int number = i;
            String said = session.java.complete("v" + i, 2).items().stream()
                    .map(Object::toString)
                    .filter(item -> item.contains("v" + number))
                    .findFirst()
                    .orElseThrow();
            assertTrue(said.contains(expected.get(i) + " v" + i), said);
        }
        assertEquals("3", session.shows("v7.of()"));
    }

    @Test
    void theLastExpressionsValueIsShown() {
        assertEquals("3", session.shows("int two = 2;\n1 + two"));
        assertEquals("3", session.shows("1 + 2 // with a comment"));
    }

    @Test
    void aCellThatWasInterruptedBeforeItBeganDoesNotRun() {
        RecordedOutputs outputs = new RecordedOutputs();
        outputs.cancellation.request();
        Outcome outcome = session.run("System.out.println(1)", outputs);
        assertEquals("Interrupted", ((Outcome.Failed) outcome).name());
        assertEquals("", outputs.out());
    }

    @Test
    void aRecordsConstructorNeedNotBePublic() {
        assertEquals("Compact[x=1]", session.shows("record Compact(int x) { Compact { x++; } }\nnew Compact(0)"));
        assertEquals(
                "Full[x=2]", session.shows("record Full(int x) {\n  Full(int x) { this.x = x + 2; }\n}\nnew Full(0)"));
        String error = session.run("record Bad(int x) { Bad { x++; }\n  int y() { return \"z\"; } }")
                .toString();
        assertTrue(error.contains("incompatible") && !error.contains("canonical"), error);
    }

    @Test
    void aSemicolonHidesTheValue() {
        assertEquals("", session.shows("1 + 2;"));
        assertEquals("", session.shows("1 + 2; // with a comment"));
        assertEquals("", session.shows("List.of(1).size();"));
    }

    @Test
    void aPictureIsThereToBeSeenBehindASemicolonToo() {
        assertEquals(
                "A picture of 3 by 2 pixels",
                session.shows(
                        "import java.awt.image.BufferedImage;\n"
                                + "BufferedImage draw() { return new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB); }\ndraw();"));
        assertEquals("", session.shows("BufferedImage drawn = draw();"));
    }

    @Test
    void aDeclarationShowsNothing() {
        assertEquals("", session.shows("int shown = 3"));
        assertEquals("", session.shows("void nothing() {}"));
        assertEquals("", session.shows("import java.util.List"));
    }

    @Test
    void anAssignmentAndAVariableShowTheirValue() {
        session.shows("int assigned = 3;");
        assertEquals("4", session.shows("assigned = 4"));
        assertEquals("4", session.shows("assigned"));
        assertEquals("", session.shows("assigned;"));
    }

    @Test
    void aCallOfAVoidMethodShowsNothing() {
        RecordedOutputs outputs = new RecordedOutputs();
        assertEquals("", Session.shows(session.run("System.out.println(\"äöü 日本\")", outputs)));
        assertEquals("äöü 日本\n", outputs.out());
    }

    @Test
    void valuesAreShownAsAPersonReadsThem() {
        assertEquals("null", session.shows("(String) null"));
        assertEquals("null", session.shows("null"));
        assertEquals("text", session.shows("\"text\""));
        assertEquals("[1, 2]", session.shows("new int[] {1, 2}"));
        assertEquals("[[1], [2, 3]]", session.shows("new int[][] {{1}, {2, 3}}"));
        assertEquals("[a, b]", session.shows("List.of(\"a\", \"b\")"));
        assertEquals("", session.shows("// only a comment"));
        assertEquals("", session.shows(""));
    }

    @Test
    void anImageIsShownAsAPicture() {
        Outcome.Done done = (Outcome.Done) session.run("new java.awt.image.BufferedImage(3, 2, 1)");
        MimeBundle bundle = done.outputs().get(0);
        assertTrue(
                bundle.data().get("image/png").toString().startsWith("iVBOR"),
                bundle.data().toString());
    }

    @Test
    void aDisplayableShowsItself() {
        Outcome.Done done = (Outcome.Done)
                session.run("new porthole.display.Table(List.of(\"a\"), List.of(List.of(\"1\"), List.of(\"2\")))");
        assertTrue(done.outputs().get(0).data().containsKey("text/html"));
        assertEquals("a\n1\n2", done.outputs().get(0).plain());
    }

    @Test
    void theTypesThatJshellImportsNeedNoImport() {
        assertEquals(
                "[2, 3]",
                session.shows("Stream.of(1, 2).map(new Function<Integer, Integer>() {\n"
                        + "    public Integer apply(Integer i) { return i + 1; } }).collect(Collectors.toList())"));
        assertEquals("3", session.shows("new BigDecimal(\"3\")"));
        assertEquals("a", session.shows("Path.of(\"a\")"));
    }

    @Test
    void aTypeOfOnesOwnTakesTheNameOfADefaultImport() {
        session.shows("Stack<Integer> old = new Stack<>();");
        session.shows("class Stack { int depth = 7; }");
        assertEquals("7", session.shows("new Stack().depth"));
        session.shows("new Stack().depth");
    }

    @Test
    void anImportOfOnesOwnTakesTheNameOfADefaultImport() {
        session.shows("Timer.class");
        assertEquals("javax.swing.Timer", session.shows("import javax.swing.Timer;\nTimer.class.getName()"));
    }

    @Test
    void declarationsOfACellMayReferForward() {
        RecordedOutputs outputs = new RecordedOutputs();
        String code = "class First { Second next = new Second(); }\nclass Second { int n = later(); }\n"
                + "int later() { return 5; }\nnew First().next.n";
        assertEquals("5", Session.shows(session.run(code, outputs)));
        assertEquals("", outputs.err());
    }

    @Test
    void aMethodThatRefersToSomethingMissingIsNoted() {
        RecordedOutputs outputs = new RecordedOutputs();
        assertEquals("", Session.shows(session.run("int caller() { return missing() + 1; }", outputs)));
        assertTrue(outputs.err().startsWith("caller refers to method missing()"), outputs.err());
        assertEquals("UnresolvedReference", session.fails("caller()").name());
        assertEquals("42", session.shows("int missing() { return 41; }\ncaller()"));
    }

    /** As {@code var} has it, and not as an Object that is asked for. */
    @Test
    void anExpressionHasItsOwnType() {
        assertEquals("1.0", session.shows("true ? 1 : 2.0"));
        assertEquals("1.0", session.shows("switch (3) { case 3 -> 1; default -> 2.0; }"));
        assertEquals("null", session.shows("null"));
        assertEquals("4", session.shows("new Object() { int hidden = 4; }.hidden // not nameable"));
        assertEquals("", session.shows("System.out.print(\"\")"), "no value");
    }

    /** JShell of JDK 25 refuses every anonymous class in an expression once it has refused a class. */
    @Test
    void anAnonymousClassMayFollowAClassThatWasRefused() {
        session.fails("class Refused { int size() { return \"z\"; } }");
        assertEquals(
                "",
                session.shows(
                        "List.of(1).forEach(new Consumer<Integer>() {\n" + "    public void accept(Integer i) {} });"));
        assertEquals("", session.shows("new Thread(new Runnable() { public void run() {} }).start();"));
    }

    @Test
    void anExpressionSeesWhatWasDeclaredAnew() {
        session.shows("class Cup { int size = 1; } int full() { return 1; }");
        assertEquals("2", session.shows("new Cup().size + full()"));
        session.shows("class Cup { String size = \"big\"; } String full() { return \"er\"; }");
        assertEquals("bigger", session.shows("new Cup().size + \"g\" + full()"));
        session.shows("int Cup = 5;");
        assertEquals("5", session.shows("Cup"));
    }

    @Test
    void aMethodThatNoLongerFitsSaysWhy() {
        session.shows("class Box { int size() { return 1; } }\nint twice(Box b) { return 2 * b.size(); }");
        session.shows("class Box { String size() { return \"\"; } }");
        assertEquals(
                "twice does not compile any more, since what it uses was declared anew: bad operand types for binary"
                        + " operator '*'; first type: int; second type: String. Run its cell again, with twice changed to fit.",
                session.fails("twice(new Box())").message());
    }

    @Test
    void aDeclarationMayBeReplaced() {
        session.shows("int f() { return 1; }\nint useOfF() { return f(); }");
        assertEquals("2", session.shows("int f() { return 2; }\nuseOfF()"));
        session.shows("class Shape { int sides() { return 3; } }");
        assertEquals("4", session.shows("class Shape { int sides() { return 4; } }\nnew Shape().sides()"));
        session.shows("int changing = 1;");
        assertEquals("text", session.shows("String changing = \"text\";\nchanging"));
    }

    @Test
    void aValueIsKeptWhenImportsComeLater() {
        session.shows("var kept = new ArrayList<String>(List.of(\"here\"));");
        session.shows("\n\n// a comment\nimport java.time.Duration;\n\nimport java.time.*;");
        assertEquals("[here]", session.shows("kept"));
    }

    @Test
    void temporaryVariablesAreNotLeftBehind() {
        session.shows("1 + 1");
        assertTrue(session.shows("%vars").lines().noneMatch(l -> l.contains("$")), "until a cell names one");
    }

    @Test
    void assertionsAreOn() {
        assertEquals("AssertionError", session.fails("assert 1 > 2 : \"no\";").name());
    }

    @Test
    void displayAndUpdateAreWordsOfACell() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("var id = display(\"first\");\nupdateDisplay(id, \"second\");\nclearOutput(true);", outputs);
        assertEquals(List.of("display first", "update second", "clear true"), outputs.displays);
        Outcome.Done done = (Outcome.Done) session.run("render(\"<b>x</b>\", \"text/html\")");
        assertEquals("<b>x</b>", done.outputs().get(0).data().get("text/html"));
    }

    @Test
    void whatComesLaterIsShownAgainWhenItHas() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("var later = new CompletableFuture<Integer>();\nlater", outputs);
        assertEquals(1, outputs.displays.size());
        session.shows("later.complete(3);");
        assertEquals("update CompletableFuture, done: 3", outputs.displays.get(1));
    }

    @Test
    void progressGoesOnWithALoopAndIsDrawnSeldom() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("long sum = 0;\nfor (int i : progress(100_000)) { sum += i; }\nsum;", outputs);
        assertEquals("4999950000", session.shows("sum"));
        String last = outputs.displays.get(outputs.displays.size() - 1);
        assertTrue(last.contains("100,000 of 100,000 (100 %)"), last);
        assertTrue(outputs.displays.size() < 1000, "drawn " + outputs.displays.size() + " times");
    }

    @Test
    void aBarShowsItsLastStateWhenTheLoopOrTheCellEnds() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("for (int i : progress(1000)) { if (i == 7) break; }", outputs);
        assertTrue(last(outputs).contains("7 of 1,000"), last(outputs));
        session.run("var bar = progress(\"load\", 50); bar.step(3); bar.say(\"three\"); throw new Error();", outputs);
        assertTrue(last(outputs).contains("3 of 50") && last(outputs).endsWith("· three"), last(outputs));
        session.run("for (var x : progress(Stream.of(1, 2, 3)::iterator)) { }", outputs);
        assertTrue(last(outputs).startsWith("update 3, "), last(outputs));
        session.run(
                "var all = new java.util.concurrent.CopyOnWriteArrayList<>(List.of(1, 2, 3, 4));\n"
                        + "var items = progress(all); all.remove(0); for (var x : items) { }\n1",
                outputs);
        assertTrue(last(outputs).contains("3 of 4"), last(outputs));
        int drawn = outputs.displays.size();
        session.run("for (var x : progress(List.of(1, 2))) { }", outputs);
        assertTrue(outputs.displays.get(drawn).contains("0 of 2"), outputs.displays.get(drawn));
        assertTrue(last(outputs).contains("2 of 2"), last(outputs));
    }

    private static String last(RecordedOutputs outputs) {
        return outputs.displays.get(outputs.displays.size() - 1);
    }

    @Test
    void resetBringsTheSessionsWordsBack() {
        try (Session other = new Session()) {
            assertEquals("1", other.shows("int display(int n) { return n; }\nint table = 1;\ndisplay(table)"));
            RecordedOutputs outputs = new RecordedOutputs();
            Session.shows(other.run("%reset", outputs));
            assertTrue(outputs.out().startsWith("Removed 2 declarations"), outputs.out());
            Session.shows(other.run("display(\"x\");", outputs));
            assertEquals(List.of("display x"), outputs.displays);
            assertEquals(
                    "a",
                    other.shows("table(List.of(\"a\"), 1)")
                            .lines()
                            .reduce((a, b) -> b)
                            .orElseThrow());
            assertEquals("2", other.shows("int display(int n) { return n; }\ndisplay(2)"));
        }
    }

    @Test
    void theFirstCellAlreadyKnowsTheWordThatWasMeant() {
        try (Session other = new Session()) {
            String told = Session.text(other.fails("dispaly(1)"));
            assertTrue(told.contains("\"display()\""), told);
        }
    }

    @Test
    void anObjectOfAClassWithoutToStringIsShownByItsFields() {
        session.shows("class Animal { String name = \"Ada\"; Animal friend; static int count = 1; }");
        session.shows("class Cat extends Animal { int lives = 9; }\nvar cat = new Cat(); cat.friend = cat;");
        assertEquals("Cat {name=Ada, friend=…, lives=9}", session.shows("cat"));
        assertEquals("name   friend   lives\nAda    null     9", session.shows("List.of(new Cat())"));
    }

    @Test
    void aToStringThatNeverEndsCanBeInterrupted() throws Exception {
        try (Session other = new Session()) {
            Outcome outcome = other.interrupted("class Endless { public String toString() {\n"
                    + "  System.out.println(\"here\"); while (true) { } } }\nList.of(new Endless())");
            assertEquals("Interrupted", Session.fails(outcome).name());
        }
    }

    @Test
    void aMethodOfOnesOwnTakesTheNameOfAWord() {
        try (Session other = new Session()) {
            assertEquals("mine 3", other.shows("String json(Object a) { return \"mine \" + a; }\njson(3)"));
            assertEquals("0", other.shows("int progress(int n) { return n == 0 ? 0 : progress(n - 1); }\nprogress(4)"));
            assertEquals("# x", other.shows("markdown(\"# x\")"));
        }
    }

    @Test
    void linesAreReadFromTheFrontEnd() {
        RecordedOutputs outputs = new RecordedOutputs();
        outputs.answers.add("Ada");
        outputs.answers.add("42");
        String code = "var in = new Scanner(System.in);\nin.nextLine() + in.nextInt()";
        assertEquals("Ada42", Session.shows(session.run(code, outputs)));
        Outcome.Failed failed = session.fails("new Scanner(System.in).nextLine()");
        assertTrue(failed.message().contains("allows no input"), failed.message());
    }

    @Test
    void whatAThreadSaysLateBelongsToItsCell() throws InterruptedException {
        RecordedOutputs first = new RecordedOutputs();
        RecordedOutputs second = new RecordedOutputs();
        session.run(
                "var gate = new CountDownLatch(1);\nnew Thread(() -> {\n"
                        + "  try { gate.await(); } catch (InterruptedException e) {}\n"
                        + "  System.out.println(\"late\"); }).start();",
                first);
        session.run("gate.countDown();", second);
        first.awaitOut("late\n");
        assertEquals("", second.out());
    }

    @Test
    void allThatIsPrintedArrives() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("for (int i = 0; i < 10_000; i++) { System.out.println(i); }", outputs);
        String all = IntStream.range(0, 10_000).mapToObj(i -> i + "\n").reduce("", String::concat);
        assertEquals(all.length(), outputs.out().length());
    }

    @Test
    void systemExitIsRefused() {
        assertTrue(session.fails("System.exit(3)").message().startsWith("System.exit(3) would end the kernel"));
        assertTrue(session.fails("Runtime.getRuntime().halt(0)").message().contains("would end the kernel"));
        assertTrue(
                session.fails("IntStream.of(3).forEach(System::exit)").message().contains("would end"));
        assertEquals("2", session.shows("1 + 1"));
    }

    @Test
    void anExtensionsWordsAreThereFromTheStart() {
        Extension extension = new Extension() {
            @Override
            public List<String> startup() {
                return List.of("import static java.lang.Math.max;", "int answer = 42;");
            }
        };
        try (Session other = new Session(extension)) {
            assertEquals("42", other.shows("max(answer, 1)"));
        }
    }

    @Test
    void aStartThatFailsIsToldAndTheRestRuns() {
        Extension extension = new Extension() {
            @Override
            public List<String> startup() {
                return List.of("import static no.such.Thing.word;", "import no.such.Thing;", "int answer = 42;");
            }
        };
        try (Session other = new Session(extension)) {
            assertTrue(other.fails("1").message().contains("package no.such does not exist"));
            assertEquals("42", other.shows("answer"));
            assertTrue(other.fails("word()").message().contains("\"import static no.such.Thing.word;\""));
        }
    }

    @Test
    void valuesAreSharedWithTheKernelsOwnClasses() {
        Outcome.Done done = (Outcome.Done) session.run("porthole.display.MimeBundle.text(\"shared\")");
        assertEquals(Map.of("text/plain", "shared"), done.outputs().get(0).data());
    }

    @Test
    void aTypeBehindStaticIsImportedToo() {
        try (Session fresh = new Session()) {
            assertEquals(
                    "1",
                    fresh.shows("class Shelf { private static ArrayList<Shelf> all = new ArrayList<>();\n"
                            + "static int size() { all.add(new Shelf()); return all.size(); } }\nShelf.size()"));
        }
    }

    @Test
    void anImportOfTheSameSimpleNameWins() {
        try (Session fresh = new Session()) {
            assertEquals("[]", fresh.shows("List.of()"));
            assertEquals("java.awt.List", fresh.shows("import java.awt.List;\nList.class.getName()"));
        }
    }

    @Test
    void theNotebooksOwnNamesTakeTheSessionsWords() {
        try (Session fresh = new Session()) {
            assertEquals("mine", fresh.shows("String render(Object o, String... as) { return \"mine\"; }\nrender(1)"));
            assertEquals("3", fresh.shows("import static java.lang.Math.*;\nint page = 3;\npage"));
        }
    }

    @Test
    void aStarImportOfTheNotebooksHidesAWord() {
        Extension words = new Extension() {
            @Override
            public List<String> startup() {
                return List.of("import static java.util.Objects.hash;", "import static java.lang.Integer.max;");
            }
        };
        try (Session fresh = new Session(words)) {
            assertEquals("2", fresh.shows("max(1, 2)"));
            assertEquals("2.5", fresh.shows("import static java.lang.Math.*;\nmax(1.5, 2.5)"));
        }
    }
}
