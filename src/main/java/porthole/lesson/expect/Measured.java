package porthole.lesson.expect;

/**
 * What a measurement has shown.
 *
 * @param holds whether it is as expected
 * @param seen what was seen, as a sentence; empty if there is no more to say
 * @param mayCome whether it does not hold and may do so in a moment by itself, as where a server reads its configuration again
 */
public record Measured(boolean holds, String seen, boolean mayCome) {
    /** Something that does not change by itself. */
    public Measured(boolean holds, String seen) {
        this(holds, seen, false);
    }
}
