package porthole.lesson.grade;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.handout.HandoutException;

/** What is written of a lesson for learners, where nothing is run. */
class HandingOutTest {
    @TempDir
    private Path folder;

    @Test
    void ofALessonThatNamesAFileThatDoesNotExistNothingIsWritten() throws Exception {
        Files.writeString(folder.resolve("lesson.yaml"), "lesson: shop\ntitle: Shop\nfiles: [data/proxy.conf]\n");
        Files.createDirectories(folder.resolve("en"));
        Notebook.of("porthole", "Java (Porthole)", List.of(NotebookCell.code("c1", "chapter(\"shop\").ready()")))
                .write(folder.resolve("en/shop.ipynb"));
        Path out = folder.resolve("out");
        GradingOrder order = new GradingOrder(
                folder, folder, out, 1, true, RunLimits.USUAL, List.of(), GateLesson.program(), "handout");
        String said = assertThrows(HandoutException.class, () -> HandingOut.write(order, false, line -> {}))
                .getMessage();
        assertTrue(said.contains("\"data/proxy.conf\""), said);
        assertFalse(Files.exists(out), "something was written");
    }
}
