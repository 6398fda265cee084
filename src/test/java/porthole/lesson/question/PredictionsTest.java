package porthole.lesson.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Accent;
import porthole.display.Displayable;
import porthole.display.Language;
import porthole.lesson.expect.Expectation;
import porthole.lesson.file.LessonException;
import porthole.lesson.file.LessonFiles;

class PredictionsTest {
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> prompts = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Learner learner = new Learner() {
        @Override
        public void show(Displayable value) {
            shown.add(value.outputs().get(0).plain());
        }

        @Override
        public Optional<String> ask(String prompt) {
            prompts.add(prompt);
            return Optional.ofNullable(typed.poll());
        }
    };
    private final Predictions predictions =
            new Predictions(learner, new LessonFiles(Path.of("src/test/resources/porthole/lesson/host")), new Told());
    private String measured = "";

    private final class Told implements Predictions.Trial {
        @Override
        public boolean holds(Expectation expected) {
            return expected.toString().contains(measured);
        }

        @Override
        public Object value(String expression) {
            return expression.equals("counted()") ? measured : "not asked";
        }
    }

    PredictionsTest() {
        Language.use(Language.ENGLISH);
    }

    @Test
    void aPredictionIsKeptAndComparedWithTheEngine() throws Exception {
        typed.add("c");
        assertEquals(
                Optional.of("82"),
                predictions.predict("host-port", "80", "81", "82").guess());
        assertEquals(
                "It was started with -p 82:80. On which port of the host does it answer?\n"
                        + "a) On 80\nb) On 81\nc) On 82",
                shown.get(0));
        LearnerPrediction checked = predictions.check("host-port", () -> "80");
        assertEquals(Optional.of(false), checked.right());
        assertTrue(checked.toString()
                .startsWith("The engine says: a) On 80\n✗ You said: c) On 82\nnginx listens on port 80"));
        assertEquals(
                List.of("82"),
                predictions.all().stream().map(p -> p.guess().orElse("")).toList());
    }

    @Test
    void aChoiceMayBeTypedInFullAndAFalseLetterIsAskedAgain() throws Exception {
        typed.addAll(List.of("q", "On 80"));
        assertEquals(
                Optional.of("80"),
                predictions.predict("host-port", "80", "81", "82").guess());
        assertTrue(prompts.get(1).startsWith("There is no choice \"q\". Type a letter (a to c)"));
        assertEquals(
                Optional.of(true), predictions.check("host-port", () -> "80").right());
    }

    @Test
    void whereNobodyCanBeAskedTheNotebookGoesOn() throws Exception {
        LearnerPrediction open = predictions.predict("host-port", "80", "81", "82");
        assertEquals(Optional.empty(), open.guess());
        assertTrue(open.toString().startsWith("Think first"), open.toString());
        assertFalse(open.toString().contains("On 80"), "the text gives the answer away");
        String html = String.valueOf(open.outputs().get(0).data().get("text/html"));
        assertTrue(
                html.matches(
                        "(?s).*<details class=\"porthole-answer\">.*a\\) On 80.*nginx listens on port 80.*</details>.*"),
                html);
        LearnerPrediction checked = predictions.check("host-port", () -> "80");
        assertEquals(Optional.empty(), checked.right());
        assertFalse(checked.toString().contains("You said"));
    }

    @Test
    void offEndsTheQuestionsOfANotebook() throws Exception {
        typed.add("off");
        predictions.predict("host-port", "80", "81", "82");
        predictions.predict("host-81", "host", "bridge");
        assertEquals(1, prompts.size());
        assertEquals(2, shown.size());
    }

    @Test
    void anEngineThatDiffersFromTheCourseIsBelieved() throws Exception {
        predictions.predict("host-port", "80", "81", "82");
        LearnerPrediction checked = predictions.check("host-port", () -> "82");
        assertTrue(checked.surprising());
        assertTrue(checked.toString().contains("believe the engine"));
        assertFalse(checked.toString().contains("nginx listens on port 80"));
    }

    @Test
    void aTeacherAsksInWordsOfTheirOwn() throws Exception {
        typed.add("a");
        predictions.predict("How many containers run?", "none", "one");
        assertEquals(
                Optional.of(true),
                predictions.check("How many containers run?", () -> "none").right());
        assertEquals(
                "The engine says: a) yes",
                predictions.check("The page comes", () -> true).toString());
        assertEquals(
                "A prediction needs at least two choices, as in predict(\"Why?\", \"yes\", \"no\").",
                assertThrows(IllegalArgumentException.class, () -> predictions.predict("Why?", "so"))
                        .getMessage());
    }

    @Test
    void aClaimThatIsNotTrueFailsAndIsKeptAsSuch() {
        String claim = "The proxy does not reach the database";
        String said = assertThrows(LessonException.class, () -> predictions.check(claim, () -> false))
                .getMessage();
        assertEquals("The check failed: \"" + claim + "\" is not true.", said);
        assertEquals(Optional.of("no"), predictions.all().get(0).answer());
        assertEquals("✗", predictions.all().get(0).row().get(3));
        assertThrows(LessonException.class, () -> predictions.check(claim, () -> "banana"));
        assertThrows(LessonException.class, () -> predictions.check(claim, () -> null));
    }

    @Test
    void anAnswerThatIsNoChoiceIsTheNotebooksMistake() throws Exception {
        typed.addAll(List.of("a", "a", "b"));
        predictions.predict("Who answers?", "web", "db");
        String said = assertThrows(LessonException.class, () -> predictions.check("Who answers?", () -> "banana"))
                .getMessage();
        assertTrue(said.contains("\"banana\"") && said.contains("(web, db)") && said.contains("not yours"), said);
        assertEquals(Optional.empty(), predictions.all().get(0).answer());
        predictions.predict("host-port", "80", "81", "82");
        String unlisted = assertThrows(LessonException.class, () -> predictions.check("host-port", () -> "7"))
                .getMessage();
        assertTrue(unlisted.contains("\"7\"") && unlisted.contains("not yours"), unlisted);
        predictions.predict("Does it run?", "true", "false");
        assertEquals(
                Optional.of(true),
                predictions.check("Does it run?", () -> false).right());
    }

    @Test
    void aQuestionOfTheCourseCanBeCheckedWithoutItsPrediction() throws Exception {
        assertEquals(
                Optional.of("80"), predictions.check("host-port", () -> "80").answer());
    }

    @Test
    void anyFormOfAChoiceIsTakenInEveryLanguage() throws Exception {
        for (String form : List.of("b", "B", "b)", "B)", "(b)", "b.", "81", "b) On 81", "on 81", "81 番", "b) 81 番")) {
            typed.add(form);
            assertEquals(Optional.of("81"), predictions.predict("host-port").guess(), form);
        }
        typed.addAll(List.of("b) On 80", "ab", "z)", ""));
        assertEquals(Optional.of("81"), predictions.predict("host-port").guess(), "Enter keeps the earlier one");
        assertEquals(11 + 4, prompts.size());
    }

    @Test
    void aRepeatedQuestionLosesNeitherThePredictionNorTheAnswer() throws Exception {
        typed.addAll(List.of("a", ""));
        predictions.predict("host-port");
        predictions.check("host-port", () -> "80");
        LearnerPrediction again = predictions.predict("host-port");
        assertEquals(Optional.of("80"), again.guess());
        assertEquals(Optional.of(true), again.right());
    }

    @Test
    void greenIsForWhatWasRightAlone() throws Exception {
        assertFalse(green(predictions.check("host-port", () -> "80")), "nothing was predicted");
        typed.addAll(List.of("c", "a"));
        predictions.predict("host-port");
        assertFalse(green(predictions.check("host-port", () -> "80")));
        predictions.predict("host-port");
        assertTrue(green(predictions.check("host-port", () -> "80")));
    }

    private static boolean green(LearnerPrediction prediction) {
        return String.valueOf(prediction.outputs().get(0).data().get("text/html"))
                .contains(Accent.RIGHT.box("").split(";")[0]);
    }

    @Test
    void questionsThatAreOffSayHowTheyAreTurnedOn() throws Exception {
        typed.addAll(List.of("off", "b"));
        assertTrue(predictions.predict("host-port").toString().contains("lab.questions(true)"));
        assertTrue(predictions.predict("host-81").toString().contains("lab.questions(true)"));
        predictions.asking(true);
        assertEquals(Optional.of("bridge"), predictions.predict("host-81").guess());
    }

    @Test
    void theScoreCountsPredictionsThatTheEngineHasAnswered() throws Exception {
        typed.addAll(List.of("a", "a", "a"));
        for (String question : List.of("host-port", "host-81", "sidecar-address")) {
            predictions.predict(question);
        }
        predictions.check("host-port", () -> "80");
        predictions.check("host-81", () -> "bridge");
        assertTrue(
                predictions.all().toString().endsWith("1 of 2 predictions came true."),
                predictions.all().toString());
        assertTrue(predictions.open());
        predictions.check("sidecar-address", () -> "same");
        assertFalse(predictions.open());
    }

    @Test
    void aWrongChoiceIsAnsweredWithItsOwnSentenceAndTheLessonMeasures(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("lesson.yaml"), """
                lesson: shop
                title: Shop
                questions:
                  who:
                    ask: Does the proxy reach the database?
                    choices:
                      yes: {words: Yes, reply: They share no network., when: "proxy -> db:80 reached"}
                      no: {words: No, reply: Then it would answer., when: "proxy -> db:80 not reached"}
                """);
        Predictions own = new Predictions(learner, new LessonFiles(folder), new Told());
        typed.add("a");
        own.predict("who");
        measured = "wanted=false";
        LearnerPrediction checked = own.check("who");
        assertEquals(Optional.of(false), checked.right());
        assertTrue(checked.toString().endsWith("They share no network."), checked.toString());
        typed.add("b");
        own.predict("who");
        LearnerPrediction right = own.check("who");
        assertEquals(Optional.of(true), right.right());
        assertFalse(right.toString().contains("Then it would answer."), right.toString());
        measured = "nothing is so";
        assertThrows(LessonException.class, () -> own.check("who"));
    }

    @Test
    void aLessonsExpressionGivesTheAnswerAndTheCellNeedsNone(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("lesson.yaml"), """
                lesson: shop
                title: Shop
                questions:
                  many:
                    ask: How many?
                    choices: {one: One, two: Two}
                    measure: counted()
                """);
        Predictions own = new Predictions(learner, new LessonFiles(folder), new Told());
        measured = "two";
        assertEquals(Optional.of("two"), own.check("many").answer());
        measured = "many";
        assertThrows(LessonException.class, () -> own.check("many"));
    }

    @Test
    void aNameThatNoLessonHasIsToldWithTheNearest() {
        String said = assertThrows(IllegalArgumentException.class, () -> predictions.predict("host-prt"))
                .getMessage();
        assertTrue(said.contains("Did you mean \"host-port\"?"), said);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> predictions.check("host-prt"))
                .getMessage()
                .contains("host-port"));
        assertTrue(assertThrows(LessonException.class, () -> predictions.check("host-port"))
                .getMessage()
                .contains("how \"host-port\" is measured"));
    }

    @Test
    void aChoiceIsTakenAsAJapaneseKeyboardTypesItAndWithQuotesOrAFullStop() throws Exception {
        for (String line : List.of("ｂ", "Ｂ）", "（b）", "\"On 81\"", "on 81.", "８１", "b) On 81")) {
            typed.add(line);
            assertEquals(
                    Optional.of("81"),
                    predictions.predict("host-port", "80", "81", "82").guess(),
                    line);
        }
    }
}
