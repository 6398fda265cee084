package porthole.jupyter.magic;

import java.util.List;
import porthole.command.ShellWords;

/** A magic's line cut into words, as a POSIX shell cuts one; its operators and patterns are letters like any other. */
public final class Arguments {
    private Arguments() {}

    /**
     * The words of {@code line}.
     *
     * @throws porthole.command.LineException where a quote is not closed
     */
    public static List<String> of(String line) {
        return ShellWords.ofMagic(line);
    }
}
