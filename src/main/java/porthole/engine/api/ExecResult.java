package porthole.engine.api;

import java.util.List;
import java.util.regex.Pattern;
import porthole.display.Bounded;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/**
 * What a command in a container said, and how it ended. A failing command is a value, not an exception.
 *
 * @param command its words
 * @param exitCode 0 for success, by custom
 * @param stdout what it printed
 * @param stderr what it complained
 */
public record ExecResult(List<String> command, int exitCode, String stdout, String stderr) implements Displayable {
    /** A line up to a carriage return, behind which another begins on the same line: a progress meter. */
    private static final Pattern OVERWRITTEN = Pattern.compile("(?m)^[^\\n]*\\r(?=[^\\r\\n])");

    public ExecResult {
        command = List.copyOf(command);
    }

    /** Whether it ended with 0. */
    public boolean success() {
        return exitCode == 0;
    }

    /**
     * What it printed and complained, as a terminal would have it in the end (what a carriage return has overwritten is
     * gone), and its exit code with its meaning where it failed.
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
