package porthole.lesson.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

class LanguageSyncTest {
    @TempDir
    private Path folder;

    private WrittenLesson lesson = new WrittenLesson(Path.of("unset"));

    @BeforeEach
    void write() throws IOException {
        Language.use(Language.ENGLISH);
        lesson = new WrittenLesson(folder)
                .notebook("en", "# A shop", "> docker.ps()", "Then.", "> docker.info()")
                .notebook("ja", "# 店", "> docker.ps()", "次に。", "> docker.info()");
    }

    private Notebook read(String language) {
        return Notebook.read(lesson.notebook(language));
    }

    private List<String> sources(String language) {
        return read(language).cells().stream().map(NotebookCell::source).toList();
    }

    private List<String> sync() throws IOException {
        return LanguageSync.from(lesson.notebook("en")).write();
    }

    private String refused() {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, this::sync).getMessage());
    }

    private static NotebookCell tagged(NotebookCell cell, String tag) {
        ObjectNode metadata = cell.metadata();
        metadata.putArray("tags").add(tag);
        return cell.withMetadata(metadata);
    }

    @Test
    void whatIsInStepIsNotTouched() throws IOException {
        String before = Files.readString(lesson.notebook("ja"));
        assertEquals(List.of(lesson.notebook("ja") + ": nothing to change."), sync());
        assertEquals(before, Files.readString(lesson.notebook("ja")));
    }

    @Test
    void aCellOfCommentsAloneStaysAsItIsTranslatedUntilTheSourceHasCodeThere() throws IOException {
        lesson.notebook("en", "# A shop", "> // your commands").notebook("ja", "# 店", "> // ここにコマンドを書く");
        assertEquals(List.of(lesson.notebook("ja") + ": nothing to change."), sync());
        assertEquals(List.of("# 店", "// ここにコマンドを書く"), sources("ja"));
        lesson.notebook("en", "# A shop", "> docker.ps() // all");
        sync();
        assertEquals(List.of("# 店", "docker.ps() // all"), sources("ja"));
    }

    @Test
    void codeIsCarriedOverNewCellsAppearRemovedOnesGoAndTextsStay() throws IOException {
        List<NotebookCell> cells = read("en").cells();
        lesson.notebook(
                "en",
                List.of(
                        cells.get(0),
                        cells.get(3),
                        NotebookCell.markdown("new", "Something new."),
                        tagged(cells.get(1).withSource("docker.ps(all)"), "raises-exception"),
                        NotebookCell.code("more", "1 + 1")));
        List<String> said = sync();
        assertEquals(List.of("# 店", "docker.info()", "Something new.", "docker.ps(all)", "1 + 1"), sources("ja"));
        assertEquals(List.of("untranslated"), read("ja").cells().get(2).tags());
        assertEquals(List.of("raises-exception"), read("ja").cells().get(3).tags());
        assertEquals("次に。\n", Files.readString(folder.resolve("ja/shop.removed.md")));
        String all = String.join("\n", said);
        for (String part : List.of(
                "The texts of 1 removed cells are kept in " + folder.resolve("ja/shop.removed.md"),
                "cell 3 is new: a text to translate",
                "cell 4: the code was changed.",
                "cell 4: tags and other metadata were changed.",
                "cell 5 is new: code.",
                "its cell 3 was removed.",
                "the cells were put into the same order.")) {
            assertTrue(all.contains(part), part + " is not in:\n" + all);
        }
        assertTrue(sync().get(0).endsWith("nothing to change."), "the second time changes something");
    }

    @Test
    void aCellThatWasAddedToBothByHandIsJoinedByItsPlaceAndKeepsItsText() throws IOException {
        List<NotebookCell> en = read("en").cells();
        List<NotebookCell> ja = read("ja").cells();
        lesson.notebook("en", List.of(en.get(0), NotebookCell.markdown("x1", "More."), en.get(1)));
        lesson.notebook("ja", List.of(ja.get(0), NotebookCell.markdown("x2", "さらに。"), ja.get(1)));
        assertTrue(String.join("\n", sync()).contains("cell 2 had an id of its own; it was joined by its place."));
        assertEquals(List.of("# 店", "さらに。", "docker.ps()"), sources("ja"));
        assertFalse(Files.exists(folder.resolve("ja/shop.removed.md")));
    }

    @Test
    void notebooksWhoseCellsHaveIdsOfTheirOwnAreJoinedInOrderIfTheyAreAlike() throws IOException {
        List<NotebookCell> ja = read("ja").cells();
        lesson.notebook(
                "ja", ja.stream().map(c -> c.withId("own" + c.id().orElse(""))).toList());
        lesson.notebook("en", "# A shop", "> docker.ps(all)", "Then.", "> docker.info()");
        assertTrue(String.join("\n", sync()).contains("The cells had ids of their own"));
        assertEquals(List.of("# 店", "docker.ps(all)", "次に。", "docker.info()"), sources("ja"));
    }

    @Test
    void whatCannotBeJoinedIsRefusedByNameAndNothingIsWritten() throws IOException {
        String before = Files.readString(lesson.notebook("ja"));
        lesson.notebook("en", List.of(NotebookCell.code("c1", "1"), NotebookCell.code("z", "2")));
        assertTrue(refused().contains("ja/shop.ipynb:1 and"), refused());
        lesson.notebook("en", List.of(NotebookCell.code("z", "2")));
        assertTrue(refused().contains("share no ids"), refused());
        Files.writeString(
                lesson.notebook("en"), read("en").text().replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 4"));
        assertTrue(refused().contains("its cell 1 has no id. Open and save it in Jupyter"), refused());
        assertEquals(before, Files.readString(lesson.notebook("ja")));
        Files.delete(lesson.notebook("ja"));
        assertTrue(refused().contains("Looked for: " + lesson.notebook("ja")), refused());
        Path alone = Files.copy(lesson.notebook("en"), folder.resolve("alone.ipynb"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> LanguageSync.from(alone))
                .getMessage()
                .contains("is in no folder of a language (en, ja)"));
    }
}
