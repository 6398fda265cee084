package porthole.lesson.file;

import java.util.Map;
import java.util.Optional;
import porthole.display.Language;

/**
 * A text of a lesson in one or more languages.
 *
 * @param in the text by language tag ({@code en}, {@code ja}); under an empty tag a text that is the same in all
 *     languages
 */
public record LocalText(Map<String, String> in) {
    public LocalText {
        in = Map.copyOf(in);
    }

    /** Gives the text in the reader's language; if the author has not written that one, in English, else in any. */
    public String here() {
        return Optional.ofNullable(in.get(Language.current().locale().getLanguage()))
                .or(() -> Optional.ofNullable(in.get("")))
                .or(() -> Optional.ofNullable(in.get("en")))
                .orElseGet(() -> in.values().iterator().next());
    }

    /**
     * Whether a line is this text in any of its languages. Upper and lower case are the same.
     *
     * @param line any text
     */
    public boolean is(String line) {
        return in.values().stream().anyMatch(words -> words.equalsIgnoreCase(line));
    }
}
