package porthole.jupyter.java.text;

import java.util.regex.Pattern;

/**
 * The lines by which nbgrader knows what of a cell learners do not get ({@code ### BEGIN SOLUTION}). They are comments in Python;
 * Java takes them as comments, too, so that a teacher can run the cell.
 *
 * @see <a href="https://nbgrader.readthedocs.io/en/stable/user_guide/creating_and_grading_assignments.html">nbgrader's guide</a>
 */
public final class MarkedLines {
    private static final Pattern LINE =
            Pattern.compile("(?m)^([ \\t]*)##(#* ?(?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS|MARK SCHEME)[ \\t]*)$");

    private MarkedLines() {}

    /** {@code code} with such lines as Java's comments; every other character stays where it is. */
    public static String asComments(String code) {
        return code.contains("##") ? LINE.matcher(code).replaceAll("$1//$2") : code;
    }
}
