package porthole.engine.api;

import java.util.List;
import java.util.regex.Pattern;
import porthole.display.Bounded;
import porthole.display.Displayable;
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

    public ExecResult {
        command = List.copyOf(command);
    }

    /** Whether the exit code is 0. */
    public boolean success() {
        return exitCode == 0;
    }

    /**
     * Gives what it printed, as a terminal would show it in the end (text that a carriage return has overwritten is
     * left out): standard output, then standard error, then, if it failed, the exit code and what that means.
     */
    public String text() {
        return joined(
                OVERWRITTEN.matcher(stdout).replaceAll(""),
                OVERWRITTEN.matcher(stderr).replaceAll(""));
    }

    /** {@link #text()} as a page can bear it: each stream with its own bound, so that a failure is always seen. */
    private String shown() {
        return joined(
                Bounded.of(OVERWRITTEN.matcher(stdout).replaceAll(""), ".stdout()"),
                Bounded.of(OVERWRITTEN.matcher(stderr).replaceAll(""), ".stderr()"));
    }

    private String joined(String printed, String complained) {
        StringBuilder text = new StringBuilder(printed);
        newline(text).append(complained);
        if (!success()) {
            newline(text).append(ExitCodes.explain(command, exitCode));
        }
        return text.toString().stripTrailing();
    }

    private static StringBuilder newline(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? text : text.append('\n');
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(MimeBundle.text(shown()));
    }

    @Override
    public String toString() {
        return text();
    }
}
