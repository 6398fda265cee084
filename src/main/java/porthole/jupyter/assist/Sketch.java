package porthole.jupyter.assist;

/**
 * A cell as one class that javac can read, however unfinished it is.
 *
 * @param text the compilation unit
 * @param cursor where in it the asked position is
 */
public record Sketch(String text, int cursor) {
    /** Stands where the next word would: what is asked for is what could be there. */
    public static final String MARK = "porthole$mark";

    /** The package that the session's classes are in. */
    public static final String PACKAGE = "REPL";
}
