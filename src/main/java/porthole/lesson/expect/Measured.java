package porthole.lesson.expect;

/**
 * What a measurement has shown.
 *
 * @param holds whether it is as expected
 * @param seen what was seen, as a sentence; empty if there is no more to say
 */
public record Measured(boolean holds, String seen) {}
