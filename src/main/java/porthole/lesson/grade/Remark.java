package porthole.lesson.grade;

import java.util.List;
import porthole.display.Language;
import porthole.display.Sentences;

/**
 * Something that is told about a submission, in the language of whoever reads it.
 *
 * @param key the sentence's
 * @param parts what stands in its places
 */
record Remark(String key, List<String> parts) {
    private static final Sentences SENTENCES = Sentences.of(Remark.class);

    Remark {
        parts = List.copyOf(parts);
    }

    static Remark of(String key, Object... parts) {
        return new Remark(key, List.of(parts).stream().map(String::valueOf).toList());
    }

    /** The sentence. */
    String in(Language language) {
        return SENTENCES.say(language, key, parts.toArray());
    }
}
