package porthole.jupyter.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Completeness;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;

/** Completion, inspection and whether code is complete. */
class AssistanceTest {
    private static Session session;

    @BeforeAll
    static void open() {
        session = new Session();
        session.shows("var words = List.of(\"a\");\nint wordCount = 1;\nint half(int whole) { return whole / 2; }");
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static List<String> complete(String code) {
        Completions completions = session.java.complete(code, code.length());
        return completions.items().stream().map(Completions.Item::text).toList();
    }

    @Test
    void membersAreOffered() {
        Completions completions = session.java.complete("words.siz", 9);
        assertEquals(List.of("size()"), complete("words.siz"));
        assertEquals("function", completions.items().get(0).type());
        assertEquals(6, completions.start());
        assertEquals(9, completions.end());
    }

    @Test
    void namesOfTheSessionAreOfferedOnce() {
        session.shows("1 + 1");
        List<String> offered = complete("wor");
        assertEquals(List.of("wordCount", "words"), offered.stream().sorted().toList());
        assertTrue(
                complete("").stream().noneMatch(w -> w.startsWith("$")),
                complete("").toString());
        assertEquals(complete("").stream().distinct().toList(), complete(""));
        assertTrue(complete("upd").contains("updateDisplay("));
    }

    @Test
    void aVariableOfSeveralTypesAtOnceOffersTheMembersOfAll() {
        session.shows("<Z extends Runnable & CharSequence> Z both() { return null; }\nvar both = both();");
        session.shows("var either = new Random().nextBoolean() ? 1 : \"a\";");
        assertEquals(List.of("run()"), complete("both.ru"));
        assertEquals(List.of("length()"), complete("both.leng"));
        assertTrue(
                complete("either.").contains("compareTo("), complete("either.").toString());
        assertEquals(List.of("length()"), complete("String s = \"\"; both.run(); s.leng"));
    }

    @Test
    void namesOfTheCellsOwnEarlierLinesAreOffered() {
        assertEquals(List.of("toEpochMilli()"), complete("var now = java.time.Instant.now();\nnow.toEp"));
        assertEquals(
                List.of("size()"),
                complete("import java.util.*;\nvoid f() {}\nvar xs = new ArrayList<String>();\n%magics\nxs.siz"));
    }

    @Test
    void membersComeWithTheirSignatures() {
        Completions.Item get = session.java.complete("words.ge", 8).items().get(0);
        assertEquals("get(", get.text());
        assertTrue(get.signature().matches("get\\(int( index)?\\) : String.*"), get.signature());
        assertEquals(
                "int wordCount",
                session.java.complete("wordC", 5).items().get(0).signature());
    }

    @Test
    void whatFitsComesFirst() {
        List<String> offered = complete("int n = words.");
        assertTrue(offered.indexOf("size()") < offered.indexOf("add("), offered.toString());
        assertTrue(offered.indexOf("add(") < offered.indexOf("wait("), "what every object has comes last");
    }

    @Test
    void namesThatAreNearComeFirst() {
        session.shows("enum Shade { LIGHT, DARK }\nShade shade = Shade.DARK; int shadeCount = 2;");
        List<String> numbers = complete("int n = ");
        assertTrue(numbers.indexOf("shadeCount") < numbers.indexOf("shade"), numbers.toString());
        assertTrue(numbers.indexOf("shade") < numbers.indexOf("Shade"), "values before types: " + numbers);
        assertTrue(numbers.indexOf("Shade") < numbers.indexOf("String"), numbers.toString());
        assertTrue(!numbers.contains("n"), "what has no value yet");
        List<String> all = complete("");
        assertTrue(all.indexOf("words") < all.indexOf("display("), all.toString());
        assertTrue(all.indexOf("display(") < all.indexOf("getKernelInstance()"), all.toString());
        assertEquals("about", complete("words.forEach(about -> abo").get(0));
    }

    @Test
    void onlyWhatAplaceAllowsIsOffered() {
        session.shows("sealed interface Form permits Disc, Box {}\nrecord Disc(int r) implements Form {}\n"
                + "record Box(int side) implements Form {}\nForm form = new Disc(1);\n"
                + "enum Light { RED, GREEN }\nLight light = Light.RED;");
        assertEquals(List.of("RED", "GREEN"), complete("switch (light) { case "));
        assertEquals(List.of("GREEN"), complete("int n = switch (light) { case RED -> 1; case "));
        assertEquals(List.of("RED"), complete("switch (light) { case R"));
        assertEquals(List.of("Disc", "Box"), complete("switch (form) { case "));
        for (String before : List.of("form instanceof ", "List<", "Map<String, ", "class Cup extends ", "@")) {
            List<String> types = complete(before);
            assertTrue(types.contains("Disc") && !types.contains("words"), before + types);
        }
        assertTrue(complete("try { } catch (").get(0).matches(".*(Error|Exception|Throwable)"));
        assertTrue(complete("import static java.lang.Ma").contains("Math"));
        assertTrue(!complete("import static ").contains("words"));
        assertEquals(List.of(), complete("class Cup"));
        assertTrue(complete("Light.").get(0).equals("GREEN"));
        assertTrue(!complete("String::").contains("CASE_INSENSITIVE_ORDER"), "no method");
        assertEquals(List.of("BigDecimal("), complete("new BigDec"));
        assertEquals(List.of("while"), complete("whil"));
    }

    @Test
    void anImportNamesPackagesAndTypesFromTheFirstTabOn() {
        try (Session fresh = new Session()) {
            assertEquals(
                    List.of("concurrent."),
                    fresh.java.complete("import java.util.conc", 21).items().stream()
                            .map(Completions.Item::text)
                            .toList());
        }
        assertTrue(complete("import java.").containsAll(List.of("util.", "io.", "net.")));
        assertTrue(complete("import ").containsAll(List.of("java.", "static")));
        assertTrue(complete("import java.util.").contains("ArrayList"));
        assertEquals(List.of("ArrayList"), complete("import java.util.ArrL"));
        assertEquals(List.of(), complete("import java.util.*"));
        assertEquals(List.of(), complete("import java.lang.String."));
        assertEquals(List.of("Entry"), complete("import java.util.Map."));
        assertTrue(complete("import static java.lang.Math.").contains("max("));
        assertEquals(List.of("concurrent."), complete("var x = java.util.conc"));
    }

    @Test
    void membersAreOfferedBehindAnegationToo() {
        assertEquals(List.of("isEmpty()"), complete("!words.isEm"));
        assertTrue(complete("!cat po").contains("pom.xml"));
    }

    @Test
    void namesAreFoundByTheirHumps() {
        assertEquals(List.of("ArrayList("), complete("new ArrLi"));
        assertTrue(complete("NuPoEx").contains("NullPointerException"));
        assertEquals(List.of("getClass()"), complete("words.gC"));
    }

    @Test
    void whatStandsBehindTheCursorTellsWhatAlambdaIsGiven() {
        String before = "words.stream().reduce(0.0, (a, w) -> a + w.";
        List<String> found = session.java.complete(before + ", Double::sum)", before.length()).items().stream()
                .map(Completions.Item::text)
                .toList();
        assertTrue(found.contains("length()"), found.toString());
    }

    @Test
    void methodsToOverrideAreOfferedByTheirName() {
        assertEquals(List.of("compare("), complete("class ByLength implements Comparator<String> { public int comp"));
        assertTrue(complete("class Worker extends Thread { public void ru").contains("run()"));
        assertEquals(List.of("compare("), complete("new Comparator<String>() { public int comp"));
        assertTrue(!complete("class Worker extends Thread { void f() { int ru").contains("run()"));
    }

    @Test
    void whatHasNoObjectIsNotOfferedInAstaticContext() {
        assertEquals(List.of(), complete("class Tally { int fieldOfIt; static void f() { fieldOf"));
        assertEquals(List.of("fieldOfIt"), complete("class Tally { int fieldOfIt; void f() { fieldOf"));
        assertEquals(List.of("fieldOfIt"), complete("class Tally { static int fieldOfIt; static void f() { fieldOf"));
        assertEquals(List.of(), complete("class Tally { int fieldOfIt; static class Inner { void f() { fieldOf"));
    }

    @Test
    void arraysAndTheirTypesHaveTheirMembers() {
        assertTrue(complete("new int[3].").containsAll(List.of("length", "clone()")));
        assertEquals(List.of("class"), complete("int[]."));
        assertEquals(List.of("class"), complete("String[][].cl"));
    }

    @Test
    void headsOfTypesNameWhatFitsThere() {
        assertTrue(complete("class Cup<TYPE extends Comparable<TY").contains("TYPE"));
        assertEquals(List.of(), complete("interface Cup implements Runn"));
        assertTrue(complete("class Cup implements Runn").contains("Runnable"));
        session.shows("class Mall { class Till {} }\nMall mall = new Mall();");
        assertEquals(List.of("Till()"), complete("mall.new T"));
    }

    @Test
    void theValueOfAvarIsCompleted() {
        assertTrue(complete("var s = words.").contains("get("));
        assertEquals(List.of("size()"), complete("var n = words.siz"));
        assertTrue(complete("var first = words.get(0).").contains("length()"));
        assertTrue(complete("for (var word : words) { var upper = word.toUpp").contains("toUpperCase("));
    }

    @Test
    void nothingIsOfferedBehindAdotThatHasNothing() {
        assertEquals(List.of(), complete("wordCount."));
        assertEquals(List.of(), complete("nobodyKnows."));
        assertEquals(List.of(), complete("words.nothing()."));
        assertEquals(List.of(), complete("5."));
        assertTrue(complete("this.").stream().noneMatch(w -> w.contains("porthole")));
    }

    @Test
    void aClassThatIsBeingWrittenKnowsItsOwnMembers() {
        assertEquals(List.of("label"), complete("class Tin { private String label; void open() { this.lab"));
        assertTrue(complete("new Comparator<String>() { public ").contains("compare("));
        assertTrue(!complete("new Comparator<String>() { public ").contains(""));
    }

    @Test
    void namesOfTheCellsOwnBlocksAreOffered() {
        assertEquals(List.of("length()"), complete("words.stream().map(w -> w.leng"));
        assertEquals(
                List.of("word"),
                complete("words.forEach(word -> {\n    var lengthOfWord = word.length();\n    wor").stream()
                        .filter(w -> w.equals("word"))
                        .toList());
        assertTrue(complete("words.forEach(word -> {\n    var lengthOfWord = word.length();\n    length")
                .contains("lengthOfWord"));
        assertTrue(complete("void greet(String whom) {\n    who").contains("whom"));
        assertEquals(List.of("isBlank()"), complete("class Guest { void greet(String whom) { whom.isBl"));
        assertEquals(List.of("getMessage()"), complete("try { } catch (Exception e) { e.getMess"));
        assertTrue(complete("var text = \"a\";\nint twice() { return text.len").contains("length()"));
        assertTrue(
                complete("Object o = 1;\nif (o instanceof String s && s.leng").contains("length()"));
    }

    @Test
    void whatAnEarlierLineOfTheCellDeclaresNeedNotHaveRun() {
        String cell = """
                import java.time.*;
                record Stop(String name, LocalTime at) {}
                Stop next(Stop now) { return now; }
                var stops = List.of(new Stop("Ueno", LocalTime.NOON));
                """;
        assertEquals(List.of("name()"), complete(cell + "stops.get(0).na"));
        assertEquals(List.of("getHour()"), complete(cell + "next(stops.get(0)).at().getH"));
        assertTrue(complete(cell + "sto").contains("stops"));
        assertTrue(
                complete(cell + "new Sto").contains("Stop"),
                complete(cell + "new Sto").toString());
    }

    @Test
    void typesOfTheSessionKeepTheirMembersAcrossCells() {
        session.shows("record City(String label) { City twin() { return this; } }\nvar city = new City(\"Tokyo\");");
        assertEquals(List.of("label()"), complete("city.twin().la"));
        assertEquals(
                List.of("City twin()"), List.of("City " + complete("city.tw").get(0)));
    }

    @Test
    void typesThatWantAnImportAreOfferedByTheirFullName() {
        assertTrue(complete("new ZipFil").contains("java.util.zip.ZipFile"));
        assertTrue(complete("ZipEnt").contains("java.util.zip.ZipEntry"));
    }

    @Test
    void filesAreOfferedInStringsAndBehindMagics() {
        assertTrue(complete("Files.readString(Path.of(\"po").contains("pom.xml"));
        assertEquals(List.of("src/main/"), complete("new File(\"src/m"));
        assertEquals(List.of("src/main/"), complete("%load src/m"));
        assertEquals(List.of("-a"), complete("%%writefile -"));
        assertEquals(List.of("src/main/"), complete("!ls src/m"));
        Completions found = session.java.complete("Path.of(\"po", 11);
        assertEquals(9, found.start());
    }

    @Test
    void nothingIsOfferedInComments() {
        assertEquals(List.of(), complete("int a = 1; // wor"));
        assertEquals(List.of(), complete("/* wor"));
    }

    @Test
    void javaBehindTimeIsCompleted() {
        assertEquals(List.of("size()"), complete("%time words.siz"));
        assertEquals(List.of("size()"), complete("%%time\nwords.siz"));
    }

    @Test
    void typesThatNeedNoImportAreOffered() {
        assertTrue(
                complete("new StringJo").contains("StringJoiner("),
                complete("new StringJo").toString());
        assertTrue(complete("Prioritiz").isEmpty());
        assertTrue(complete("PriorityBl").contains("PriorityBlockingQueue"));
        assertTrue(complete("Files.readAllL").contains("readAllLines("));
    }

    @Test
    void magicsAreOffered() {
        assertEquals(List.of("writefile"), complete("%%wri"));
        assertEquals(List.of("magics"), complete("int a = 1;\n%mag"));
        assertEquals("magic", session.java.complete("%mag", 4).items().get(0).type());
    }

    @Test
    void completionDoesNotWaitForACell() throws Exception {
        RecordedOutputs outputs = new RecordedOutputs();
        CompletableFuture<Outcome> cell = CompletableFuture.supplyAsync(
                () -> session.run("System.out.println(\"on\");\nwhile (true) {}", outputs));
        outputs.awaitSpoken();
        assertEquals(List.of("size()"), complete("words.siz"));
        assertTrue(session.java.completeness("1 + 1") instanceof Completeness.Complete);
        session.java.interrupt();
        cell.get(20, TimeUnit.SECONDS);
    }

    @Test
    void codeIsCompleteWhereItCouldRun() {
        for (String code : List.of(
                "1 + 1",
                "int x = 3",
                "int x = 3;",
                "for (;;) {}",
                "",
                "// only this",
                "%magics",
                "!ls",
                "a\n%magics")) {
            assertEquals(new Completeness.Complete(), session.java.completeness(code), code);
        }
    }

    @Test
    void codeIsIncompleteWhereItGoesOn() {
        assertEquals(new Completeness.Incomplete("    "), session.java.completeness("for (;;) {"));
        assertEquals(new Completeness.Incomplete("        "), session.java.completeness("class A {\n    void f() {"));
        assertEquals(new Completeness.Incomplete("    "), session.java.completeness("class A {\n    int a;"));
        assertEquals(new Completeness.Incomplete("    "), session.java.completeness("int a = f("));
        assertEquals(new Completeness.Incomplete("    "), session.java.completeness("Runnable r = () ->"));
        assertEquals(new Completeness.Incomplete("        "), session.java.completeness("switch (1) {\n    case 1:"));
        assertEquals(new Completeness.Incomplete(""), session.java.completeness("%load \\"));
        assertEquals(new Completeness.Incomplete(""), session.java.completeness("/* open"));
        assertEquals(new Completeness.Incomplete(""), session.java.completeness("int a;\n/* open"));
        assertEquals(new Completeness.Incomplete(""), session.java.completeness("1 +"));
        assertEquals(new Completeness.Incomplete(""), session.java.completeness("var s = \"\"\"\nopen"));
    }

    @Test
    void codeIsInvalidWhereNothingWouldMendIt() {
        for (String code : List.of("}", "\"abc", "\"abc\n", "int x = ;", "int a = 1;\n)")) {
            assertEquals(new Completeness.Invalid(), session.java.completeness(code), code);
        }
    }

    private static String inspect(String code, boolean detailed) {
        int at = code.indexOf('|');
        return session.java
                .inspect(code.replace("|", ""), at, detailed)
                .map(MimeBundle::plain)
                .orElse("");
    }

    @Test
    void inspectionShowsSignatureAndDocumentation() {
        String size = inspect("words.siz|e()", false);
        assertTrue(size.contains("int List<E>.size()"), size);
        assertTrue(
                size.contains("Returns the number of elements")
                        || size.contains("https://docs.oracle.com/en/java/javase/"),
                "Javadoc, or on a JDK without its sources where to read it: " + size);
    }

    @Test
    void overloadsWithoutDocumentationStandCloseTogether() {
        MimeBundle bundle = session.java.inspect("Math.max(1, 2)", 6, false).orElseThrow();
        String html = String.valueOf(bundle.data().get("text/html"));
        assertTrue(html.contains("double b)"), html);
        // where this machine has the JDK's sources, each has its text, and a line between
        assertEquals(html.contains("<div>"), html.contains("<hr>"), html);
    }

    @Test
    void inspectionShowsWhatTheCellItselfSaysOfItsNames() {
        assertEquals(
                "void Runner.run()\nRuns fast.",
                inspect("class Runner { /** Runs fast. */ void run() {} }\nnew Runner().ru|n()", false));
        assertEquals("int length", inspect("int[] all = {1};\nall.leng|th", false));
        assertTrue(session.java.inspect("this", 4, false).isEmpty(), "no object of a person's");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_23)
    void commentsInMarkdownAreJavadocToo() {
        session.shows("""
                /// Counts **all** the `legs`.
                ///
                /// - two
                /// - four
                /// @return how *many*
                int legs(int animals) { return 4; }""");
        assertEquals("""
                int legs(int animals)
                Counts all the legs.

                - two
                - four
                returns how many""", inspect("leg|s(1)", false));
    }

    @Test
    void inspectionShowsTheJavadocOfTheKernelsWords() {
        String display = inspect("displa|y(1)", false);
        assertTrue(display.contains("String CellWords.display(Object value, String... as)"), display);
        assertTrue(display.contains("Shows the value at once."), display);
        assertTrue(display.contains("the id under which updateDisplay replaces it"), display);
        MimeBundle bundle = session.java.inspect("display(", 8, false).orElseThrow();
        assertTrue(bundle.data().get("text/html").toString().contains("<code>updateDisplay</code>"), bundle.toString());
    }

    @Test
    void inspectionKnowsWhatIsAtTheCursor() {
        assertTrue(inspect("half(|", false).contains("half(int whole)"));
        assertTrue(inspect("int h = ha|lf(4);", false).contains("half(int whole)"));
        assertTrue(inspect("StringBuilde|r", false).contains("class java.lang.StringBuilder"));
        assertTrue(inspect("Math.max(1, |", false).startsWith("static int Math.max(int a, int b)"));
        assertTrue(inspect("Math.max(1L, |2L)", false).startsWith("static long Math.max(long a, long b)"));
        assertTrue(inspect("new StringBuilder(|)", false).startsWith("new StringBuilder()"));
        assertTrue(inspect("wor|ds", false).startsWith("List<String> words"));
        assertTrue(inspect("words.stream().map(w -> w.leng|th())", false).startsWith("int String.length()"));
        assertTrue(inspect("words.forEach(System.out::print|ln)", false).contains("PrintStream.println"));
        assertTrue(
                inspect("record Pair(int a, int b) {}\nnew Pa|ir(1, 2)", false).contains("new Pair(int a, int b)"));
        assertEquals("", inspect("nothing|OfThatName", false));
        assertEquals("", inspect("|", false));
        assertEquals("", inspect("1 + |", false));
    }

    @Test
    void inspectionOffersTheImportThatAnameWants() {
        assertTrue(inspect("ZipFil|e", false).startsWith("import java.util.zip.ZipFile;"));
        assertTrue(inspect("LocalDat|e", false).startsWith("class java.time.LocalDate"), "needs none");
    }

    @Test
    void moreDetailShowsMoreOverloads() {
        assertTrue(inspect("System.out.println(|)", true).length()
                >= inspect("System.out.println(|)", false).length());
        assertTrue(inspect("System.out.printl|n(1)", false).startsWith("void PrintStream.println(int x)"));
    }

    @Test
    void inspectionOfAMagicIsItsHelp() {
        assertTrue(inspect("%load fi|le", false).contains("%load FILE"));
        assertTrue(inspect("%%writ|efile a\ntext", false).contains("%%writefile"));
    }
}
