package porthole.topology;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;

/** What to say when a name is not known. */
public final class TopologyNames {
    private static final Sentences SENTENCES = Sentences.of(TopologyNames.class);
    private static final int LISTED = 12;

    private TopologyNames() {}

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

    /**
     * Refuses a name that none of some moments knows.
     *
     * @throws IllegalArgumentException with a sentence that says what the last of them has
     */
    public static void check(List<Snapshot> moments, List<String> names) {
        for (String name : names) {
            if (moments.stream()
                    .allMatch(
                            m -> m.network(name).isEmpty() && m.container(name).isEmpty())) {
                throw new IllegalArgumentException(unknown(moments.get(moments.size() - 1), name));
            }
        }
    }

    /** The sentence for a name that is no container. */
    public static String unknownContainer(Snapshot snapshot, String name) {
        return unknown("unknown.container", snapshot, name);
    }

    /** The sentence for a name to call that is neither a container's nor an alias of one. */
    public static String unknownCallee(Snapshot snapshot, String name) {
        return unknown("unknown.callee", snapshot, name);
    }

    private static String unknown(String key, Snapshot snapshot, String name) {
        List<String> containers =
                snapshot.containers().stream().map(Container::name).toList();
        return sentence(key, name, containers, some(containers));
    }

    private static String sentence(String key, String name, List<String> known, String... lists) {
        Object[] parts = Stream.concat(Stream.of(name), Stream.of(lists)).toArray();
        return SENTENCES.say(key, parts) + Nearest.suggestion(name, known);
    }

    private static String some(List<String> names) {
        if (names.isEmpty()) {
            return SENTENCES.say("no.names");
        }
        String listed = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        return names.size() > LISTED ? listed + ", …" : listed;
    }
}
