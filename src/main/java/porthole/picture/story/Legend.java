package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;

/** What the signs of a picture mean, a sentence each. */
public final class Legend {
    private Legend() {}

    /**
     * Of the networks and containers of one engine.
     *
     * @param marked whether it shows a step
     */
    public static List<String> ofTopology(boolean marked) {
        List<String> lines = new ArrayList<>(List.of(
                SENTENCES.say("legend.network"), SENTENCES.say("legend.container"), SENTENCES.say("legend.port")));
        if (marked) {
            lines.add(SENTENCES.say("legend.marks"));
        }
        return lines;
    }

    public static List<String> ofCluster() {
        return List.of(
                SENTENCES.say("legend.network"),
                SENTENCES.say("legend.container"),
                SENTENCES.say("legend.port"),
                SENTENCES.say("legend.cluster"));
    }

    public static List<String> ofCabling() {
        return List.of(SENTENCES.say("legend.cabling"));
    }

    public static List<String> ofPackets() {
        return List.of(SENTENCES.say("legend.packets"));
    }
}
