package porthole.lesson.file;

import java.util.List;
import java.util.Optional;
import porthole.lesson.expect.Expectation;

/**
 * An exercise of a lesson.
 *
 * @param name by which {@code exercise} and {@code verify} find it
 * @param task what is to be done
 * @param scene what the engine has at its start
 * @param expected what is measured, in order; at least one
 * @param hints by degrees
 * @param solution what solves it; empty if the author gives none
 * @param tells what {@code verify} says of a line that does not hold
 */
public record LessonExercise(
        String name,
        LocalText task,
        StartState scene,
        List<Expected> expected,
        List<LocalText> hints,
        Optional<Solution> solution,
        Tells tells) {
    public LessonExercise {
        expected = List.copyOf(expected);
        hints = List.copyOf(hints);
    }

    /** What {@code verify} says of a line that does not hold. */
    public enum Tells {
        /** What was found: of a call that does not arrive, the first condition that does not hold. */
        REASON,
        /** That it is so, and no more: to find the cause is the exercise. */
        SYMPTOM
    }

    /** All that can be had. */
    public int points() {
        return expected.stream().mapToInt(Expected::points).sum();
    }

    /**
     * One thing that is measured.
     *
     * @param line as the author wrote it
     * @param words what the learner reads instead; empty if that is the line
     * @param that what it means
     * @param points what it is worth; 0 makes it a condition, without which the exercise earns nothing
     * @param hidden whether learners do not get it
     */
    public record Expected(String line, Optional<LocalText> words, Expectation that, int points, boolean hidden) {}

    /**
     * What solves it.
     *
     * @param cell the cell's code
     * @param why why that is the solution
     */
    public record Solution(String cell, Optional<LocalText> why) {}
}
