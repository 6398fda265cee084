package porthole.lesson.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Displayable;
import porthole.display.Language;
import porthole.lesson.expect.Expectation;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.progress.ProgressFiles;

class QuizzesTest {
    static final String LESSON = """
            lesson: shop
            title: {en: Shop, ja: 店}
            quizzes:
              "5.1":
                port:
                  ask: {en: Which port?, ja: どのポート？}
                  choices:
                    eighty: {en: On 80, ja: 80 番}
                    other: {en: On 81, ja: 81 番}
                    none: {en: "On none", ja: "どれでもない"}
                  answer: eighty
                  lesson: "5.1.2"
                  why: {en: nginx listens on 80., ja: nginx は 80 番で待ち受けます。}
                name:
                  ask: {en: Which name?, ja: どの名前？}
                  choices: {a: web, b: db}
                  answer: b
                  why: {en: It is the database., ja: データベースです。}
            """;

    @TempDir
    private Path folder;

    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> prompts = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Learner learner = new Learner() {
        @Override
        public void show(Displayable value) {
            shown.add(value.outputs().get(0).plain());
        }

        @Override
        public void clear() {
            shown.add("(cleared)");
        }

        @Override
        public Optional<String> ask(String prompt) throws InterruptedException {
            prompts.add(prompt);
            String line = typed.poll();
            if ("interrupt".equals(line)) {
                throw new InterruptedException();
            }
            return Optional.ofNullable(line);
        }
    };

    @BeforeEach
    void writeTheLesson() throws IOException {
        Language.use(Language.ENGLISH);
        Files.writeString(folder.resolve("lesson.yaml"), LESSON);
    }

    @AfterEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    private ProgressFiles files() {
        return new ProgressFiles(folder.resolve("progress"));
    }

    /** As a new kernel has them. */
    private Quizzes quizzes() {
        return new Quizzes(learner, new LessonFiles(folder), predictions(), new KeptQuizzes(files()));
    }

    private Predictions predictions() {
        return new Predictions(learner, new LessonFiles(folder), new Predictions.Trial() {
            @Override
            public boolean holds(Expectation expected) {
                throw new AssertionError("a quiz measures nothing");
            }

            @Override
            public Object value(String expression) {
                throw new AssertionError("a quiz measures nothing");
            }
        });
    }

    private QuizResult taken(String... lines) throws InterruptedException {
        typed.clear();
        typed.addAll(List.of(lines));
        QuizResult result = quizzes().take("5.1");
        assertEquals(0, typed.size(), "all lines were asked for");
        return result;
    }

    private static String html(QuizResult result) {
        return String.valueOf(result.outputs().get(0).data().get("text/html"));
    }

    @Test
    void theFirstAttemptTellsTheScoreAndNoAnswer() throws Exception {
        QuizResult first = taken("", "b", "b");
        assertTrue(first.toString().startsWith("Quiz \"5.1\": 1 of 2\n"), first.toString());
        assertEquals(
                List.of(
                        "Question 1 of 2\nWhich port?\na) On 80\nb) On 81\nc) On none",
                        "Question 2 of 2\nWhich name?\na) web\nb) db",
                        "(cleared)"),
                shown);
        assertTrue(prompts.get(0).startsWith("Quiz \"5.1\", 2 questions."), prompts.get(0));
        assertTrue(prompts.get(1).contains("a to c") && prompts.get(2).contains("a or b"), prompts.toString());
        assertFalse(html(first).contains("nginx") || html(first).contains("On 80"), html(first));
    }

    @Test
    void aLaterAttemptComparesEachAnswerAndKeepsTheFirst() throws Exception {
        taken("", "b", "");
        QuizResult second = taken("", "a", "b");
        assertEquals("""
                Quiz "5.1": before 0, now 2 of 2

                ✓ 1. Which port?
                Before: b) On 81
                Now, and right: a) On 80
                nginx listens on 80.

                ✓ 2. Which name?
                Before: I don't know yet
                Now, and right: b) db
                It is the database.""", second.toString());
        assertTrue(prompts.get(3).contains("before: 0 of 2"), prompts.get(3));
        QuizResult third = taken("", "c", "b");
        assertTrue(third.toString().startsWith("Quiz \"5.1\": before 0, now 1 of 2\n"), third.toString());
        assertTrue(
                third.toString().contains("✗ 1. Which port?\nBefore: b) On 81\nNow: c) On none\nRight: a) On 80"),
                third.toString());
        assertTrue(html(third).matches("(?s).*<details open><summary>✗ 1.*<details><summary>✓ 2.*"), html(third));
    }

    @Test
    void whatWasWrongNamesTheLessonThatTeachesIt() throws Exception {
        taken("", "", "");
        QuizResult second = taken("", "b", "a");
        assertTrue(second.toString().contains("nginx listens on 80.\nLesson: 5.1.2"), second.toString());
        assertTrue(second.toString().endsWith("It is the database."), second.toString());
        assertFalse(taken("", "a", "b").toString().contains("5.1.2"));
    }

    @Test
    void stopAnInterruptAndAnEndOfInputCountNothing() throws Exception {
        assertTrue(taken("", "a", "stop").toString().contains("nothing was counted"));
        assertTrue(taken("Stop").toString().contains("nothing was counted"));
        typed.addAll(List.of("", "a", "interrupt"));
        assertThrows(InterruptedException.class, () -> quizzes().take("5.1"));
        taken("", "a");
        assertTrue(quizzes().all().isEmpty());
        assertEquals(
                "No quiz was taken yet. quiz(\"NAME\") asks the questions of one.",
                quizzes().all().toString());
    }

    @Test
    void anyFormOfAChoiceIsTakenAndWhatIsNoneIsAskedAgain() throws Exception {
        for (String form : List.of("A)", "ａ", "on 80.", "eighty", "a) On 80", "80 番")) {
            assertTrue(taken("", form, "db").toString().contains(" 2 of 2"), form);
        }
        taken("", "7", "a", "b");
        assertTrue(prompts.get(prompts.size() - 2).startsWith("There is no choice \"7\"."), prompts.toString());
    }

    @Test
    void whereNobodyCanBeAskedTheAnswersAreFoldedAndNothingIsCounted() throws Exception {
        QuizResult printed = taken();
        assertEquals(List.of(), shown);
        assertTrue(printed.toString().contains("1. Which port?\na) On 80\nb) On 81\nc) On none\n\n2. Which name?"));
        assertFalse(printed.toString().contains("nginx"), printed.toString());
        assertTrue(
                html(printed)
                        .matches(
                                "(?s).*On none.*<details class=\"porthole-answer\"><summary>Answer</summary>.*Right: a\\) On 80.*nginx"
                                        + ".*</details>.*Which name.*<details .*"),
                html(printed));
        assertTrue(quizzes().all().isEmpty());
    }

    @Test
    void questionsThatAreOffAreShownWithoutTheirAnswers() throws Exception {
        Predictions off = predictions();
        Quizzes quizzes = new Quizzes(learner, new LessonFiles(folder), off, new KeptQuizzes(files()));
        typed.addAll(List.of("", "off"));
        quizzes.take("5.1");
        String shown = html(quizzes.take("5.1"));
        assertEquals(2, prompts.size());
        assertTrue(shown.contains("lab.questions(true)") && shown.contains("Which port?"), shown);
        assertFalse(shown.contains("nginx") || shown.contains("<details"), shown);
        off.asking(true);
        typed.addAll(List.of("", "a", "b"));
        assertTrue(quizzes.take("5.1").toString().contains("2 of 2"));
        assertTrue(quizzes.all().size() == 1);
    }

    @Test
    void theTableTellsWhatWasGained() throws Exception {
        taken("", "b", "b");
        String once = quizzes().all().toString();
        assertTrue(once.matches("(?s).*5\\.1 +1/2 +– +–.*Take a quiz again.*"), once);
        taken("", "a", "b");
        QuizList all = quizzes().all();
        assertEquals(OptionalInt.of(1), all.get(0).gain());
        assertTrue(all.toString().matches("(?s).*5\\.1 +1/2 +2/2 +\\+1.*"), all.toString());
        assertTrue(all.toString().endsWith("Quizzes taken twice: 1. Right before: 1 of 2, now: 2 of 2"));
        files().forget();
        assertTrue(quizzes().all().isEmpty());
        assertFalse(taken("", "a", "b").toString().contains("before"), "it is the first attempt again");
    }

    @Test
    void aQuizThatHasChangedSaysSo() throws Exception {
        taken("", "b", "b");
        Files.writeString(folder.resolve("lesson.yaml"), LESSON.substring(0, LESSON.indexOf("    name:")));
        QuizResult now = taken("", "a");
        assertTrue(
                now.toString().startsWith("Quiz \"5.1\": before 1 of 2, now 1 of 1. The quiz has changed"),
                now.toString());
    }

    @Test
    void aLearnerMayBeginInOneLanguageAndEndInTheOther() throws Exception {
        taken("", "b", "b");
        Language.use(Language.JAPANESE);
        QuizResult second = taken("", "８０ 番", "");
        assertTrue(second.toString().startsWith("小テスト \"5.1\": 2 問中、前は 1 問、今回は 1 問正解"), second.toString());
        assertTrue(second.toString().contains("✓ 1. どのポート？\n前の答え：b) 81 番\n今回の答え（正解）：a) 80 番"), second.toString());
        assertTrue(second.toString().contains("今回の答え：まだわからない"), second.toString());
        assertTrue(shown.get(3).startsWith("問題 1/2\nどのポート？"), shown.toString());
    }

    @Test
    void aNameThatNoLessonHasIsToldWithWhatThereIs() {
        String said = assertThrows(
                        IllegalArgumentException.class, () -> quizzes().take("5.2"))
                .getMessage();
        assertEquals("No quiz \"5.2\" in the lessons of this notebook (5.1). Did you mean \"5.1\"?", said);
        Quizzes alone = new Quizzes(
                learner,
                new LessonFiles(folder.resolve("progress").getRoot()),
                predictions(),
                new KeptQuizzes(files()));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> alone.take("5.1"))
                .getMessage()
                .contains("this notebook has no lesson file"));
    }
}
