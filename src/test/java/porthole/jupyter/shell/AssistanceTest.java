package porthole.jupyter.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import porthole.display.MimeBundle;

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
    void namesOfTheCellsOwnEarlierLinesAreOffered() {
        assertEquals(List.of("toEpochMilli()"), complete("var now = java.time.Instant.now();\nnow.toEp"));
        assertEquals(
                List.of("size()"),
                complete("import java.util.*;\nvoid f() {}\nvar xs = new ArrayList<String>();\n%magics\nxs.siz"));
    }

    @Test
    void typesThatNeedNoImportAreOffered() {
        assertTrue(
                complete("new StringJo").contains("StringJoiner"),
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

    @Test
    void inspectionShowsSignatureAndDocumentation() {
        MimeBundle bundle = session.java.inspect("words.size()", 8).orElseThrow();
        assertTrue(bundle.plain().contains("int List<E>.size()"), bundle.plain());
        assumeTrue(
                Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip")),
                "this JDK comes without its sources, so without Javadoc");
        assertTrue(bundle.plain().contains("Returns the number of elements"), bundle.plain());
        assertTrue(bundle.data().get("text/html").toString().contains("Returns the number"));
    }

    @Test
    void inspectionKnowsMethodsOfTheSessionTypesAndArguments() {
        assertTrue(session.java.inspect("half(", 5).orElseThrow().plain().contains("half(int whole)"));
        assertTrue(session.java
                .inspect("int h = half(4);", 10)
                .orElseThrow()
                .plain()
                .contains("half(int whole)"));
        assertTrue(
                session.java.inspect("StringBuilder", 13).orElseThrow().plain().contains("StringBuilder"));
        assertTrue(
                session.java.inspect("Math.max(1, ", 12).orElseThrow().plain().contains("Math.max(int a, int b)"));
        assertFalse(session.java.inspect("nothingOfThatName", 5).isPresent());
    }
}
