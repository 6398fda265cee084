package porthole.lesson.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.lesson.document.Notebook;
import porthole.lesson.file.LessonFiles;

/** What is run for a submission, before anything runs. */
class SubmittedScriptTest {
    @TempDir
    Path folder;

    private TaughtLesson lesson;
    private Paper paper;

    @BeforeEach
    void writesALesson() throws Exception {
        lesson = TaughtLesson.read(GateLesson.write(folder.resolve("gate")));
        paper = Objects.requireNonNull(lesson.papers().get("en"));
    }

    private Notebook submitted(Map<String, String> texts) throws Exception {
        Path file = folder.resolve("submitted.ipynb");
        GateLesson.submit(paper.handout(), file, texts);
        return Notebook.read(file);
    }

    private static List<String> sources(SubmittedScript script) {
        return script.cells().stream().map(each -> each.cell().source()).toList();
    }

    private static List<String> remarks(SubmittedScript script) {
        return script.remarks().stream().map(r -> r.in(Language.ENGLISH)).toList();
    }

    @Test
    void answersAreTheStudentsAndTestsTheTeachers() throws Exception {
        SubmittedScript script = SubmittedScript.of(
                paper,
                submitted(Map.of("answer", "mine();", "verify", "verify(\"let-in\", () -> true)", "+own", "own();")));
        List<String> sources = sources(script);
        assertTrue(sources.contains("mine();") && sources.contains("own();"), sources.toString());
        assertTrue(
                sources.contains("verify(\"let-in\", () -> networks(\"gate-client\").size() == 2)"),
                sources.toString());
        assertTrue(sources.stream().anyMatch(s -> s.contains("2 + 3")), "the hidden test is run");
        assertEquals(1, remarks(script).size(), remarks(script).toString());
        assertTrue(
                remarks(script).get(0).startsWith("A cell of the teacher was changed"),
                remarks(script).toString());
    }

    @Test
    void whatWasRemovedStandsAgainWhereItStood() throws Exception {
        SubmittedScript script = SubmittedScript.of(paper, submitted(Map.of("verify", "", "answer", "", "scene", "")));
        List<String> sources = sources(script);
        int scene = sources.indexOf("exercise(\"let-in\")");
        assertTrue(scene > 0 && sources.get(scene + 1).startsWith("verify("), sources.toString());
        assertEquals(3, remarks(script).size(), remarks(script).toString());
    }

    @Test
    void aNotebookThatLostItsIdsIsKnownByItsTexts() throws Exception {
        String text = paper.handout()
                .text()
                .replaceAll(" *\"id\": \"[^\"]*\",\\n", "")
                .replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 4");
        SubmittedScript script = SubmittedScript.of(paper, Notebook.parse("old", text));
        assertEquals(List.of(), remarks(script));
        assertEquals(
                paper.tasks().size(),
                script.cells().stream().filter(c -> c.task().isPresent()).count());
    }

    @Test
    void theLanguageIsTheNotebooks() throws Exception {
        Notebook japanese = Objects.requireNonNull(lesson.papers().get("ja")).handout();
        assertEquals(
                "ja", PaperChoice.of(lesson, japanese).paper().orElseThrow().language());
        Notebook unmarked = japanese.withMetadata(
                Notebook.of("porthole-ja", "Java", List.of()).metadata());
        assertEquals(
                "ja", PaperChoice.of(lesson, unmarked).paper().orElseThrow().language());
        Notebook other = Notebook.of("porthole", "Java", List.of());
        assertEquals(
                "remark.foreign",
                PaperChoice.of(lesson, other).remark().orElseThrow().key());
    }

    @Test
    void theLearnersFileTellsNoAnswerAndIsRead() throws Exception {
        Path handout = folder.resolve("handout");
        lesson.writeHandout(handout);
        String file = Files.readString(handout.resolve("lesson.yaml"));
        assertFalse(file.contains(GateLesson.SECRET) || file.contains("hidden"), file);
        assertTrue(LessonFiles.read(handout.resolve("lesson.yaml")).handout());
        assertEquals(
                3,
                LessonFiles.read(handout.resolve("lesson.yaml"))
                        .exercises()
                        .get("let-in")
                        .points());
        for (String language : List.of("en", "ja")) {
            String notebook = Files.readString(handout.resolve(language + "/gate.ipynb"));
            assertFalse(notebook.contains(GateLesson.SECRET) || notebook.contains("2 + 3"), notebook);
        }
    }

    @Test
    void aTableKeepsTextsAndMakesNoFormula() {
        CsvText csv = new CsvText();
        csv.line(List.of("=cmd()", "a \"b\", c", "-1.5", "two\nlines"));
        assertEquals("'=cmd(),\"a \"\"b\"\", c\",-1.5,\"two\nlines\"\r\n", csv.text());
        assertEquals(List.of(List.of("'=cmd()", "a \"b\", c", "-1.5", "two\nlines")), CsvText.read(csv.text()));
    }
}
