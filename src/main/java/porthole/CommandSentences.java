package porthole;

import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/** What the command line says, in the reader's language. */
final class CommandSentences {
    static final Sentences SENTENCES = Sentences.of(CommandSentences.class);

    private CommandSentences() {}

    /** The sentence of {@code key}. */
    static String say(String key, @Nullable Object... parts) {
        return SENTENCES.say(key, parts);
    }
}
