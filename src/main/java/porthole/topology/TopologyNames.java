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

    /** The sentence for a name that is no container. */
    public static String unknownContainer(Snapshot snapshot, String name) {
        List<String> containers =
                snapshot.containers().stream().map(Container::name).toList();
        return sentence("unknown.container", name, containers, some(containers));
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
