package porthole.lesson.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.file.Lesson;

/** Whether a line of a run tells the answer to a question further down. */
class TextsAboveTest {
    private static final String FILE = """
            lesson: modes
            title: Modes
            start: {containers: [red, proxy, client], networks: [front, back]}
            questions:
              caller:
                ask: The client calls proxy/red/. Which address does red write into its log?
                choices: {client: That of client, front: "That of proxy, on front", back: "That of proxy, on back"}
                answer: back
              network:
                ask: On which network is red?
                choices: {front: On front, back: On back}
                answer: back
              which-port:
                ask: It is started with -p 82:80. At which port of the host will nginx answer?
                choices: {80: At 80, 82: At 82}
                answer: 80
                why: The -p is discarded, since in mode host its port is the host's.
              who-answers:
                ask: The tutorial now calls localhost:81. Who answers?
                choices: {web: The container web, nobody: Nobody}
                answer: web
                why: Port 81 was published by web, so this test proves nothing about host mode.
            """;

    private static final String DISCARDED = "⚠ Published ports are discarded when using host network mode";

    @TempDir
    private Path folder;

    private TextsAbove above(String question) throws IOException {
        Path file = Files.writeString(folder.resolve("lesson.yaml"), FILE);
        Lesson lesson = Lesson.read(file);
        List<NotebookCell> cells = List.of(NotebookCell.code("c1", "predict(\"" + question + "\")"));
        ReviewedNotebook notebook = new ReviewedNotebook(
                folder.resolve("modes.ipynb"),
                "en",
                Notebook.of("porthole", "Java (Porthole)", cells),
                Optional.of(lesson));
        return new TextsAbove(
                AskedQuestion.of(notebook, lesson, lesson.questions().get(question), answer(lesson, question), 1));
    }

    private static String answer(Lesson lesson, String question) {
        return lesson.questions().get(question).answer().orElseThrow();
    }

    @Test
    void aNetworksNameInATableIsTheAnswerOnlyWhereTheChoiceSaysNoMore() throws IOException {
        Evidence row = warning("back   bridge, internal   10.231.2.0/24   red   eth0   10.231.2.2   nginx");
        assertEquals(List.of(), above("caller").wordsOfTheAnswer(row));
        assertEquals(List.of("back", "red"), above("network").wordsOfTheAnswer(row));
        assertEquals(
                List.of("back", "log", "red"),
                above("caller").wordsOfTheAnswer(warning("The log of red: 10.231.2.4 is proxy on back")).stream()
                        .sorted()
                        .toList());
    }

    private static Evidence warning(String line) {
        return new Evidence(1, Evidence.Kind.OUTPUT, line);
    }

    @Test
    void aWarningOnWhatAQuestionAsksTellsItsAnswer() throws IOException {
        assertTrue(above("which-port").warns(warning(DISCARDED)));
    }

    @Test
    void aWarningOnAnotherQuestionsSubjectTellsNothing() throws IOException {
        assertFalse(above("who-answers").warns(warning(DISCARDED)));
        assertTrue(above("who-answers")
                .warns(warning("⚠ Port 81 is published by web already: localhost:81 leads there in host mode, too")));
    }
}
