package porthole.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.display.Displayable;
import porthole.display.Language;

class PredictionsTest {
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> prompts = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Predictions predictions = new Predictions(new Learner() {
        @Override
        public void show(Displayable value) {
            shown.add(value.outputs().get(0).plain());
        }

        @Override
        public Optional<String> ask(String prompt) {
            prompts.add(prompt);
            return Optional.ofNullable(typed.poll());
        }
    });

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
        assertTrue(prompts.get(1).startsWith("There is no choice \"q\". a to c"));
        assertEquals(
                Optional.of(true), predictions.check("host-port", () -> "80").right());
    }

    @Test
    void whereNobodyCanBeAskedTheNotebookGoesOn() throws Exception {
        LearnerPrediction open = predictions.predict("host-port", "80", "81", "82");
        assertEquals(Optional.empty(), open.guess());
        assertEquals("No prediction. Run the next cells and see.", open.toString());
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
        LearnerPrediction unlisted = predictions.check("host-port", () -> "7");
        assertEquals(Optional.empty(), unlisted.right());
        assertTrue(unlisted.toString().contains("believe the engine"), unlisted.toString());
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
}
