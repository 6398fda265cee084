package porthole.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines that the installed program runs for a session: what they create carries the session's labels. */
final class HandedOver {
    private static final List<List<String>> CREATING =
            List.of(List.of("create"), List.of("container", "create"), List.of("volume", "create"));

    private HandedOver() {}

    /** The line with the labels as flags after its verb; unchanged where it creates nothing. */
    static List<String> labelled(List<String> words, Map<String, String> labels) {
        List<String> all = new ArrayList<>(words);
        CREATING.stream()
                .filter(verb -> begins(words, verb))
                .findFirst()
                .ifPresent(verb ->
                        labels.forEach((key, value) -> all.addAll(verb.size(), List.of("--label", key + "=" + value))));
        return all;
    }

    private static boolean begins(List<String> words, List<String> verb) {
        return words.size() > verb.size() && words.subList(0, verb.size()).equals(verb);
    }
}
