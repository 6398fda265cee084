package porthole.lesson.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.lesson.exercise.Verification.Line;
import porthole.lesson.expect.ExpectationLine;
import porthole.lesson.expect.WordedExpectation;

/** What a learner reads of an exercise that was measured. */
class VerificationTest {
    @BeforeEach
    @AfterEach
    void speakEnglish() {
        Language.use(Language.ENGLISH);
    }

    private static Verification of(Line... lines) {
        return new Verification("way", List.of(lines), 1, List.of());
    }

    @Test
    void eachLineSaysWhatItIsWorthWhereTheyDiffer() {
        String said =
                of(new Line("blue", true, "", 2), new Line("red", true, "", 0)).toString();
        assertTrue(said.contains("✓ blue (points: 2)") && said.contains("✓ red (condition)"), said);
        String alike =
                of(new Line("blue", true, "", 1), new Line("red", true, "", 1)).toString();
        assertFalse(alike.contains("(points") || alike.contains("(condition"), alike);
    }

    @Test
    void thatAConditionHoldsThePointsBackIsSaid() {
        Verification held = of(new Line("blue", true, "", 2), new Line("red", false, "gone", 0));
        assertEquals(0, held.points());
        assertTrue(held.toString().endsWith("A condition does not hold, so nothing is earned yet."), held.toString());
        String open =
                of(new Line("blue", false, "", 2), new Line("red", true, "", 0)).toString();
        assertFalse(open.contains("nothing is earned"), open);
    }

    @Test
    void aLineWithoutWordsIsReadInTheReadersLanguage() {
        List<String> lines = List.of(
                "audit -> database:80 reached",
                "audit -> proxy:80 not reached",
                "curl localhost:80 contains Welcome",
                "curl localhost:80 answers",
                "curl localhost:81 does not answer",
                "network back internal",
                "network back not internal",
                "network old exists",
                "network old gone",
                "container audit on back",
                "container audit not on front",
                "container audit running",
                "container audit not running",
                "container audit exists",
                "container audit gone");
        assertEquals(lines, lines.stream().map(VerificationTest::worded).toList());
        Language.use(Language.JAPANESE);
        for (String line : lines) {
            assertTrue(worded(line).matches(".*\\p{IsHiragana}.*"), worded(line));
        }
        assertEquals("コンテナ audit が動いている", worded("container audit running"));
        assertEquals("java 1 == 1", worded("java 1 == 1"));
        String twoLines = "java docker.ps().isEmpty()\n  && docker.images().isEmpty()";
        assertEquals(twoLines, worded(twoLines), "an expression may have several lines");
    }

    private static String worded(String line) {
        return WordedExpectation.of(ExpectationLine.read(line).orElseThrow(), line);
    }
}
