package porthole.notebook.line;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.engine.Inspection;
import porthole.jupyter.magic.MagicException;

/**
 * {@code | grep WORD} behind a command: of an inspection, the hits with the path that leads to each; of all else, the
 * lines of its text that hold the word.
 *
 * @param word what to look for
 * @param ignoreCase {@code -i}
 */
record Grep(String word, boolean ignoreCase) {
    /** Reads the words of {@code grep [-i] WORD}. */
    static Grep of(List<String> words) throws MagicException {
        List<String> given = words.stream().skip(1).filter(w -> !w.equals("-i")).toList();
        if (words.isEmpty()
                || !words.get(0).equals("grep")
                || given.size() != 1
                || given.get(0).startsWith("-")) {
            throw new MagicException("\"| " + String.join(" ", words)
                    + "\" cannot stand behind %docker: only \"| grep WORD\" and \"| grep -i WORD\" can; for any other"
                    + " pipe write !docker ….");
        }
        return new Grep(given.get(0), words.contains("-i"));
    }

    /** What of {@code value} holds the word. */
    Object apply(@Nullable Object value) {
        if (value instanceof Inspection inspection && ignoreCase) {
            return inspection.grep(word);
        }
        String text = value instanceof Displayable shown
                ? shown.outputs().stream().map(o -> o.plain()).collect(Collectors.joining("\n"))
                : String.valueOf(value);
        return text.lines().filter(this::holds).collect(Collectors.joining("\n"));
    }

    private boolean holds(String line) {
        return ignoreCase ? line.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)) : line.contains(word);
    }
}
