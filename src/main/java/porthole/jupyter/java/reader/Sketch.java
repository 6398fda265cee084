package porthole.jupyter.java.reader;

import java.util.Map;

/**
 * A cell as one class that javac can read, however unfinished it is.
 *
 * @param text the compilation unit
 * @param cursor where in it the asked position is
 * @param declared declarations of earlier cells that have a comment, by the simple name of the class around them
 */
public record Sketch(String text, int cursor, Map<String, String> declared) {
    /** Stands where the next word would: what is asked for is what could be there. */
    public static final String MARK = "porthole$mark";
}
