package porthole.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;

/** What to say when a name is not known. */
public final class Names {
    private static final Sentences SENTENCES = Sentences.of(Names.class);
    private static final int LISTED = 12;

    private Names() {}

    /** The sentence for a name that is neither a network nor a container. */
    public static String unknown(Snapshot snapshot, String name) {
        List<String> networks = snapshot.networks().stream().map(Network::name).toList();
        List<String> containers =
                snapshot.containers().stream().map(Container::name).toList();
        return sentence(
                "unknown.name",
                name,
                Stream.concat(networks.stream(), containers.stream()).toList(),
                some(networks),
                some(containers));
    }

    /** The sentence for a name that is no container. */
    public static String unknownContainer(Snapshot snapshot, String name) {
        List<String> containers =
                snapshot.containers().stream().map(Container::name).toList();
        return sentence("unknown.container", name, containers, some(containers));
    }

    private static String sentence(String key, String name, List<String> known, String... lists) {
        Object[] parts = Stream.concat(Stream.of(name), Stream.of(lists)).toArray();
        String sentence = SENTENCES.say(key, parts);
        return nearest(name, known)
                .map(n -> sentence + SENTENCES.say("did.you.mean", n))
                .orElse(sentence);
    }

    private static String some(List<String> names) {
        if (names.isEmpty()) {
            return SENTENCES.say("no.names");
        }
        String listed = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        return names.size() > LISTED ? listed + ", …" : listed;
    }

    /** The most similar name, where one is similar at all: at most a third of it typed wrong, and one letter always. */
    static Optional<String> nearest(String name, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(name, k)))
                .filter(k -> distance(name, k) <= Math.max(1, name.length() / 3) + (k.startsWith(name) ? 3 : 0));
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours that make b of a. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
