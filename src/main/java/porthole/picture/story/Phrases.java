package porthole.picture.story;

import java.util.List;
import java.util.Locale;
import porthole.display.Sentences;
import porthole.network.LinkState;
import porthole.topology.Leg;

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

    /** A constant as it stands in keys: {@code no-route}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The host of a target, without scheme, port and path. */
    static String host(String target) {
        return target.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "").replaceFirst("^([^:]+):\\d+$", "$1");
    }

    /**
     * The address of a leg, and whether the interface is off or does not have it.
     *
     * @param device the interface's name, or empty text
     */
    static String place(String device, Leg leg) {
        String address = leg.address().orElseGet(() -> SENTENCES.say("no.address"));
        LinkState seen = leg.endpoint().seen().filter(s -> !s.works()).orElse(null);
        String place = seen == null
                ? device + " " + address
                : SENTENCES.say(
                        seen.up() ? "leg.bare" : seen.addressed() ? "leg.off" : "leg.off.bare", device, address);
        return place.strip();
    }

    /** A name short enough for a sentence. */
    static String shortened(String name) {
        int half = LONGEST / 2;
        return name.length() <= LONGEST
                ? name
                : name.substring(0, half) + "…" + name.substring(name.length() - half + 1);
    }
}
