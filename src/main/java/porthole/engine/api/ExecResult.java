package porthole.engine.api;

import java.util.List;
import java.util.regex.Pattern;
import porthole.display.Bounded;
import porthole.display.Displayable;
import porthole.display.Folded;
import porthole.display.MimeBundle;

/**
 * What a program printed, and its exit code. A program that fails is a result and not an exception.
 *
 * @param command the program and its arguments, one element a word
 * @param exitCode 0 for success, by convention
 * @param stdout what it printed to its standard output
 * @param stderr what it printed to its standard error; empty text if it had a terminal, which has one stream only
 */
public record ExecResult(List<String> command, int exitCode, String stdout, String stderr) implements Displayable {
    /** A line up to a carriage return, behind which another begins on the same line: a progress meter. */
    private static final Pattern OVERWRITTEN = Pattern.compile("(?m)^[^\\n]*\\r(?=[^\\r\\n])");

    /**
     * The meter that curl writes to its standard error if its output is no terminal: two lines of headings, and one of
     * numbers, on which an error may follow (seen with curl 7.64 to 8.14).
     */
    private static final Pattern METER =
            Pattern.compile("(?m)^ +% +Total +% +Received.*\\n +Dload +Upload.*\\n|^ *\\d+( +[\\d.]+[kMGTP]?){7}"
                    + "( +[-\\d:hdms]{5,8}){3} +[\\d.]+[kMGTP]?\\n?");

    public ExecResult {
        command = List.copyOf(command);
    }

    /** Whether the exit code is 0. */
    public boolean success() {
        return exitCode == 0;
    }

    /**
     * Gives what it printed, as a terminal would show it in the end (text that a carriage return has overwritten is
     * left out, and curl's progress meter too): standard output, then standard error, then, if it failed, the exit code
     * and what that means.
     */
    public String text() {
        return joined(inTheEnd(stdout), quiet(stderr));
    }

    private static String inTheEnd(String printed) {
        return OVERWRITTEN.matcher(printed).replaceAll("");
    }

    private static String quiet(String complained) {
        return METER.matcher(inTheEnd(complained)).replaceAll("");
    }

    private String joined(String printed, String complained) {
        StringBuilder text = new StringBuilder(printed);
        newline(text).append(complained);
        if (!success()) {
            newline(text).append(ExitCodes.explain(command, exitCode, stderr));
        }
        return text.toString().stripTrailing();
    }

    private static StringBuilder newline(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? text : text.append('\n');
    }

    /** As a page can bear it: each stream with its own bound, and what is folded never hides a failure. */
    @Override
    public List<MimeBundle> outputs() {
        String printed = Bounded.of(inTheEnd(stdout), ".stdout()");
        String complained = Bounded.of(quiet(stderr), ".stderr()");
        return List.of(Folded.of(printed, joined("", complained), joined(printed, complained)));
    }

    @Override
    public String toString() {
        return text();
    }
}
