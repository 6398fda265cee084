package porthole.lesson.file;

import java.util.Map;
import java.util.Optional;
import porthole.display.Language;

/**
 * Words of a lesson in one or more languages.
 *
 * @param in the words by language tag ({@code en}, {@code ja}); under an empty tag those that are the same in all
 */
public record LocalText(Map<String, String> in) {
    public LocalText {
        in = Map.copyOf(in);
    }

    /** In the reader's language; in English, else in any, if the author has not written that one. */
    public String here() {
        return Optional.ofNullable(in.get(Language.current().locale().getLanguage()))
                .or(() -> Optional.ofNullable(in.get("")))
                .or(() -> Optional.ofNullable(in.get("en")))
                .orElseGet(() -> in.values().iterator().next());
    }

    /** Whether {@code line} is these words in any of the languages, in capitals or not. */
    public boolean is(String line) {
        return in.values().stream().anyMatch(words -> words.equalsIgnoreCase(line));
    }
}
