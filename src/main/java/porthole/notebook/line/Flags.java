package porthole.notebook.line;

import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.engine.flag.FlagTable;

/**
 * What becomes of flags that are not understood here: the tables say which are handed to the installed program, which only
 * reads then, and which are refused by name, with what to use instead. A test holds them against the program's own help.
 */
final class Flags {
    private static final Sentences SENTENCES = Sentences.of(Flags.class);

    private static final List<String> ENDLESS = List.of("stats", "events", "attach");

    private Flags() {}

    /** Whether the installed command line may take the whole line because of that flag. */
    static boolean handed(FlagTable table, String flag) {
        return table.hands(name(flag));
    }

    /** Why that flag cannot be, and what to use instead; empty where it is not one of those. */
    static Optional<String> refusal(FlagTable table, String flag) {
        return table.refusal(name(flag))
                .map(reason -> SENTENCES.say("flag." + reason, name(flag), "docker " + table.command()));
    }

    /** What to say instead of running a command that would not come to an end by itself; empty for all others. */
    static Optional<String> endless(List<String> words) {
        String command = words.get(0).equals("container") && words.size() > 1 ? words.get(1) : words.get(0);
        boolean ends = words.stream().anyMatch(w -> w.startsWith("--no-stream") || w.startsWith("--until"));
        return ENDLESS.contains(command) && !ends ? Optional.of(SENTENCES.say("endless." + command)) : Optional.empty();
    }

    /** {@code --format=json} is {@code --format}, {@code -a=1} and {@code -aq} are {@code -a}. */
    private static String name(String flag) {
        if (flag.startsWith("--")) {
            return flag.replaceFirst("=.*", "");
        }
        return flag.length() > 2 ? flag.substring(0, 2) : flag;
    }
}
