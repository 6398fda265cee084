package porthole.lesson.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

class NotebookDiffTest {
    private static final Notebook COURSE = Notebook.read(Path.of("notebooks/en/5.2.2_bridge.ipynb"));

    private static List<String> lines(List<NotebookCell> before, List<NotebookCell> after) {
        return new NotebookDiff(COURSE.withCells(before), COURSE.withCells(after)).lines();
    }

    private static NotebookCell run(String source, String outputs) {
        String text = """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a",
                 "execution_count": 7, "metadata": {"execution": {"iopub.status.busy": "2026-01-01"}}, "source": "%s",
                 "outputs": [%s]}]}""".formatted(source, outputs);
        return Notebook.parse("made", text).cells().get(0);
    }

    private static String stream(String text) {
        return "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"" + text + "\"}";
    }

    @Test
    void eachNotebookOfTheCourseIsTheSameAsItself() throws Exception {
        try (Stream<Path> all = Files.walk(Path.of("notebooks"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".ipynb")).toList()) {
                NotebookDiff diff = new NotebookDiff(Notebook.read(file), Notebook.read(file));
                assertTrue(diff.isSame(), file + ": " + diff.lines());
                assertEquals(0, diff.chosenAnew());
            }
        }
    }

    @Test
    void twoLanguagesOfTheCourseDifferInNoCode() {
        Notebook japanese = Notebook.read(Path.of("notebooks/ja/5.2.2_bridge.ipynb"));
        List<String> lines = new NotebookDiff(COURSE, japanese).lines();
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("(Markdown) changed")), lines.toString());
        boolean inCode = false;
        for (String line : lines) { // a cell that only tells the reader what to write there is in their language
            inCode = line.startsWith("Cell ") ? line.contains("(code)") : inCode;
            assertTrue(!inCode || line.startsWith("Cell ") || line.matches("  [-+] //.*"), line);
        }
    }

    @Test
    void cellsThatCameWentAndMovedAreNamed() {
        NotebookCell a = NotebookCell.markdown("a", "one");
        NotebookCell b = NotebookCell.code("b", "two()");
        NotebookCell c = NotebookCell.code("c", "three()");
        NotebookCell d = NotebookCell.code("d", "four()");
        assertEquals(List.of("Cell 2 (code) is new", "  + four()"), lines(List.of(a, b), List.of(a, d, b)));
        assertEquals(
                List.of("Cell 2 of the earlier notebook (code) was removed", "  - two()"),
                lines(List.of(a, b, c), List.of(a, c)));
        assertEquals(List.of("Cell 1 (Markdown) moved to place 3"), lines(List.of(a, b, c), List.of(b, c, a)));
    }

    @Test
    void aChangeOfCodeAndMarkdownIsADifferenceOfLines() {
        NotebookCell a = NotebookCell.code("a", "docker.run(\"nginx\");\nint n = 1;\ntopology()");
        NotebookCell b = NotebookCell.code("a", "docker.run(\"nginx\");\nint n = 2;\ntopology()");
        assertEquals(
                List.of("Cell 1 (code) changed", "  - int n = 1;", "  + int n = 2;"), lines(List.of(a), List.of(b)));
    }

    @Test
    void cellsWithoutCommonIdsAreKnownByTheirText() {
        NotebookCell a = NotebookCell.code("a", "one();\ntwo();\nthree();");
        NotebookCell b = NotebookCell.markdown("b", "# Title");
        NotebookCell x = NotebookCell.code("x", "one();\ntwo();\nfour();");
        NotebookCell y = NotebookCell.markdown("y", "# Title");
        assertEquals(
                List.of("Cell 1 (code) changed", "  - three();", "  + four();"), lines(List.of(a, b), List.of(x, y)));
    }

    @Test
    void whatTheEngineChoosesAnewIsNoDifference() {
        String one = stream("veth1a2b3c4@if7 of br-0123456789ab, 02:42:ac:11:00:02, 3.2 ms\\n");
        String two = stream("veth99aa001@if12 of br-ba9876543210, 02:42:ac:11:00:09, 11.75 ms\\n");
        NotebookDiff diff =
                new NotebookDiff(COURSE.withCells(List.of(run("x", one))), COURSE.withCells(List.of(run("x", two))));
        assertEquals(List.of(), diff.lines());
        assertEquals(1, diff.chosenAnew());
    }

    @Test
    void aChangedIdentityIsADifference() {
        String one = stream("veth1a2b3c4 and veth1a2b3c4");
        String two = stream("veth1a2b3c4 and veth99aa001");
        assertFalse(lines(List.of(run("x", one)), List.of(run("x", two))).isEmpty());
    }

    @Test
    void anOutputIsToldByItsLines() {
        assertEquals(
                List.of("Cell 1: its outputs changed", "  - 3 packets", "  + 4 packets"),
                lines(List.of(run("x", stream("3 packets"))), List.of(run("x", stream("4 packets")))));
        assertEquals(
                List.of("Cell 1: its outputs were removed", "  - 3 packets"),
                lines(List.of(run("x", stream("3 packets"))), List.of(run("x", ""))));
    }

    @Test
    void partsOfAStreamAreOne() {
        assertEquals(
                List.of(),
                lines(List.of(run("x", stream("a\\n") + "," + stream("b\\n"))), List.of(run("x", stream("a\\nb\\n")))));
    }

    @Test
    void metadataIsToldByItsKey() {
        NotebookCell a = NotebookCell.code("a", "x");
        var tagged = a.metadata();
        tagged.putArray("tags").add("raises-exception");
        assertEquals(
                List.of("Cell 1, metadata: tags: nothing became [\"raises-exception\"]"),
                lines(List.of(a), List.of(a.withMetadata(tagged))));
    }

    @Test
    void aLongDifferenceIsCutAndSaysHowMuchIsLeft() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add("line " + i);
        }
        List<String> lines = lines(List.of(), List.of(NotebookCell.markdown("a", String.join("\n", many))));
        assertEquals(41, lines.size());
        assertEquals("  … 61 more lines", lines.get(40));
    }

    @Test
    void aShuffledNotebookIsPairedWhole() {
        List<NotebookCell> cells = new ArrayList<>(COURSE.cells());
        Collections.reverse(cells);
        assertTrue(lines(COURSE.cells(), cells).stream().allMatch(line -> line.contains(" moved to place ")));
    }
}
