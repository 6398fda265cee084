package porthole.picture.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Names that tell nothing of what is connected to what. */
final class SceneWords {
    private static final List<String> THINGS = List.of(
            "anvil",
            "bobbin",
            "candle",
            "drum",
            "easel",
            "flute",
            "goblet",
            "hammer",
            "inkwell",
            "jigsaw",
            "kettle",
            "lantern",
            "mallet",
            "needle",
            "oboe",
            "pebble",
            "quill",
            "ribbon",
            "saddle",
            "teapot",
            "umbrella",
            "violin",
            "whistle",
            "yoyo",
            "zither",
            "basket",
            "compass",
            "dice",
            "feather",
            "gong");
    private static final List<String> PLACES = List.of(
            "aspen",
            "birch",
            "cedar",
            "dogwood",
            "elm",
            "fir",
            "ginkgo",
            "hazel",
            "ivy",
            "juniper",
            "katsura",
            "larch",
            "maple",
            "nutmeg",
            "oak",
            "pine",
            "quince",
            "rowan",
            "spruce",
            "teak",
            "ulmo",
            "viburnum",
            "willow",
            "yew",
            "zelkova",
            "acacia",
            "beech",
            "cypress",
            "ebony",
            "fig",
            "gum",
            "holly",
            "jasmine",
            "lilac");

    private final List<String> things;
    private final List<String> places;
    final Random random;

    SceneWords(long seed) {
        random = new Random(seed);
        things = shuffled(THINGS);
        places = shuffled(PLACES);
    }

    private List<String> shuffled(List<String> words) {
        List<String> mixed = new ArrayList<>(words);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /** A container's name. */
    String thing(int place) {
        int round = place / things.size();
        return things.get(place % things.size()) + (round == 0 ? "" : "-" + (round + 1));
    }

    /** A network's name. */
    String place(int place) {
        return places.get(place);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
