package porthole.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;

/** What a lesson's first cell says of its time. */
class ReadinessTest {
    @AfterEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    private static Readiness ready(int minutes, Optional<Integer> exerciseMinutes, int exercises) {
        return new Readiness(
                "shop", "Shop", Optional.of(minutes), exerciseMinutes, exercises, List.of(), List.of(), "28.5.1");
    }

    private static String time(int minutes, Optional<Integer> exerciseMinutes, int exercises) {
        return ready(minutes, exerciseMinutes, exercises)
                .toString()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    @Test
    void theTimesOfTheLessonAndOfItsExercisesAreTwoFigures() {
        assertEquals("Time: about 15 minutes, and 10 for the 2 exercises.", time(15, Optional.of(10), 2));
        assertEquals("Time: about 15 minutes, and 5 for the exercise.", time(15, Optional.of(5), 1));
        assertEquals("Time: about 25 minutes, with the exercises.", time(25, Optional.empty(), 2));
        assertEquals("Time: about 15 minutes.", time(15, Optional.empty(), 0));
        Language.use(Language.JAPANESE);
        assertEquals("目安の時間：約 15 分（演習 2 問はこのほかに約 10 分）", time(15, Optional.of(10), 2));
    }

    @Test
    void whoPublishesItGetsBothFigures() {
        Object told = ready(15, Optional.of(10), 2).outputs().get(0).data().get(Readiness.LESSON);
        assertEquals(
                Map.of("title", "Shop", "goals", List.of(), "engine", "28.5.1", "minutes", 15, "exerciseMinutes", 10),
                told);
    }
}
