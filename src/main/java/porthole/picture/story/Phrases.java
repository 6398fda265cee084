package porthole.picture.story;

import java.util.List;
import porthole.display.Sentences;

/** Lists of names as people say them. */
public final class Phrases {
    public static final Sentences SENTENCES = Sentences.of(Phrases.class);
    private static final int NAMED = 3;
    private static final int LONGEST = 40;

    private Phrases() {}

    /** {@code web}, {@code web and test}, {@code web, test and app}, {@code web, test and 7 more}. */
    static String names(List<String> names) {
        List<String> short_ = names.stream().map(Phrases::shortened).toList();
        if (short_.size() == 1) {
            return short_.get(0);
        }
        int shown = short_.size() <= NAMED ? short_.size() - 1 : NAMED - 1;
        String head = String.join(SENTENCES.say("list.comma"), short_.subList(0, shown));
        return short_.size() <= NAMED
                ? SENTENCES.say("list.last", head, short_.get(shown))
                : SENTENCES.say("list.more", head, short_.size() - shown);
    }

    /** A name short enough for a sentence. */
    static String shortened(String name) {
        int half = LONGEST / 2;
        return name.length() <= LONGEST
                ? name
                : name.substring(0, half) + "…" + name.substring(name.length() - half + 1);
    }
}
