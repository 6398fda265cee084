package porthole.lesson.grade;

import java.util.List;

/**
 * The points of one task of a submission.
 *
 * @param task its name
 * @param points that it earned; 0 where the teacher gives them
 * @param possible all that it gives
 * @param kind how they were found
 * @param lines what was measured
 * @param note why nothing was measured, or how a test failed; empty where there is no more to say
 */
record TaskMark(String task, double points, double possible, Kind kind, List<Line> lines, String note) {
    TaskMark {
        lines = List.copyOf(lines);
    }

    /** How points are found. */
    enum Kind {
        /** By the examiner, from beside the submission. */
        MEASURED,
        /** In the submission's own session, whose code could forge them. */
        SESSION,
        /** By the teacher, by hand. */
        MANUAL,
        /** Not at all: the run did not get there. */
        NONE
    }

    /**
     * One thing that was measured.
     *
     * @param expected what was expected
     * @param holds whether it was so
     * @param seen what was seen
     * @param points what it is worth
     */
    record Line(String expected, boolean holds, String seen, int points) {}
}
