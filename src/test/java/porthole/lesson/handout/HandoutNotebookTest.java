package porthole.lesson.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/** Learners get the same cells, without what is kept from them. */
class HandoutNotebookTest {
    private static NotebookCell handout(NotebookCell cell, String language) {
        Notebook teachers = Notebook.of("porthole", "Java (Porthole)", List.of(cell));
        return HandoutNotebook.of(teachers, "gate", language).cells().get(0);
    }

    private static NotebookCell nbgrader(NotebookCell cell, boolean grade, boolean solution, boolean locked) {
        ObjectNode metadata = cell.metadata();
        metadata.putObject("nbgrader")
                .put("grade", grade)
                .put("grade_id", "one")
                .put("locked", locked)
                .put("points", 2)
                .put("schema_version", 3)
                .put("solution", solution)
                .put("task", false);
        return cell.withMetadata(metadata);
    }

    @Test
    void aSolutionIsReplacedAsFarToTheRightAsItStood() {
        String source =
                "int sum(int a, int b) {\n    // ### BEGIN SOLUTION\n    return a + b;\n    // ### END SOLUTION\n}";
        assertEquals(
                "int sum(int a, int b) {\n    // YOUR CODE HERE\n}",
                handout(NotebookCell.code("a", source), "en").source());
        assertEquals(
                "// ここにコードを書いてください",
                handout(NotebookCell.code("a", "### BEGIN SOLUTION\nx\n### END SOLUTION"), "ja")
                        .source());
    }

    @Test
    void hiddenTestsAndOutputsAreLeftOut() {
        NotebookCell test = NotebookCell.code("t", "check();\n### BEGIN HIDDEN TESTS\nsecret();\n### END HIDDEN TESTS");
        NotebookCell given = handout(nbgrader(test, true, false, true), "en");
        assertEquals("check();", given.source());
        assertFalse(given.metadata().path("editable").asBoolean(true));
        assertEquals(0, given.outputs().size());
    }

    @Test
    void nbgradersAnswerWithoutMarksIsReplacedWhole() {
        NotebookCell answer = nbgrader(NotebookCell.markdown("m", "Because of the network."), true, true, false);
        assertEquals("YOUR ANSWER HERE", handout(answer, "en").source());
        assertEquals(CellRole.MANUAL, CellRole.of(answer));
        assertEquals(CellRole.ANSWER, CellRole.of(nbgrader(answer, false, true, false)));
        assertEquals(CellRole.LOCKED, CellRole.of(nbgrader(answer, false, false, true)));
    }

    @Test
    void withoutMetadataWhatStandsInACellSaysWhoseItIs() {
        assertEquals(CellRole.TEST, CellRole.of(NotebookCell.code("v", "verify(\"let-in\")")));
        assertEquals(CellRole.LOCKED, CellRole.of(NotebookCell.code("e", "exercise( \"let-in\" )")));
        assertEquals(CellRole.OPEN, CellRole.of(NotebookCell.code("o", "docker.ps()")));
        assertEquals(CellRole.OPEN, CellRole.of(NotebookCell.markdown("o", "`verify(\"let-in\")` marks it.")));
    }

    @Test
    void aPartThatDoesNotEndIsRefusedWithItsCell() {
        HandoutException refused = assertThrows(
                HandoutException.class, () -> handout(NotebookCell.code("a", "### BEGIN SOLUTION\nx"), "en"));
        assertTrue(refused.getMessage().startsWith("Cell 1 lacks the line \"### END SOLUTION\""), refused.getMessage());
    }

    @Test
    void theCopySaysOfWhichLessonItIs() {
        Notebook teachers = Notebook.of("porthole", "Java (Porthole)", List.of());
        assertEquals(
                "{\"lesson\":\"gate\",\"language\":\"ja\"}",
                HandoutNotebook.of(teachers, "gate", "ja")
                        .metadata()
                        .path("porthole")
                        .toString());
    }
}
