package porthole.lesson.exercise;

/**
 * How far a learner is with one exercise.
 *
 * @param lesson the lesson's name
 * @param exercise the exercise's name
 * @param points the most points that one {@code verify} gave
 * @param possible all points that the exercise gives; 0 before the first {@code verify}
 * @param attempts how often it was verified until it was solved
 * @param hints how many hints were read
 * @param solutionSeen whether the solution was asked for before it was solved
 */
public record ExerciseProgress(
        String lesson, String exercise, int points, int possible, int attempts, int hints, boolean solutionSeen) {
    static ExerciseProgress none(String lesson, String exercise) {
        return new ExerciseProgress(lesson, exercise, 0, 0, 0, 0, false);
    }

    /** Whether one {@code verify} gave all points. */
    public boolean solved() {
        return possible > 0 && points >= possible;
    }

    ExerciseProgress attempted(int had, int all) {
        int tries = solved() && possible == all ? attempts : attempts + 1;
        return new ExerciseProgress(
                lesson, exercise, Math.max(had, Math.min(points, all)), all, tries, hints, solutionSeen);
    }

    ExerciseProgress hinted(int read) {
        return new ExerciseProgress(lesson, exercise, points, possible, attempts, Math.max(hints, read), solutionSeen);
    }

    ExerciseProgress shown() {
        return new ExerciseProgress(lesson, exercise, points, possible, attempts, hints, solutionSeen || !solved());
    }
}
