package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.engine.Cluster;
import porthole.engine.api.EngineException;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.probe.journey.Following.Party;
import porthole.probe.journey.Following.Side;
import porthole.topology.Journey;
import porthole.topology.TopologyNames;

/** Follows a call across the hosts of a cluster: on each host that the packet may meet, one looks. */
public final class ClusterFollowing {
    private static final Pattern HOST = Pattern.compile("((?:[a-z]+://)?)([^:/@\\[\\]]+)(.*)");

    private final Cluster hosts;
    private final List<Side> sides = new ArrayList<>();

    private ClusterFollowing(Cluster hosts) {
        this.hosts = hosts;
        List<Snapshot> snapshots = hosts.snapshots();
        List<String> addresses = hosts.addresses();
        for (int i = 0; i < hosts.size(); i++) {
            sides.add(new Side(hosts.names().get(i), hosts.get(i), snapshots.get(i), addresses.get(i)));
        }
    }

    /**
     * Follows a call.
     *
     * @param from {@code client}, {@code client@host2}, or a host's name
     * @param target as the caller itself says it; a host's name means its address between the hosts
     */
    public static Journey of(Cluster hosts, String from, String target) {
        return new ClusterFollowing(hosts).of(from, target);
    }

    private Journey of(String from, String target) {
        if (target.contains("@")) {
            throw ProbeSentences.sentence("journey.at", target, from);
        }
        Matcher parts = HOST.matcher(target.strip());
        boolean isHost = parts.matches()
                && hosts.names().contains(parts.group(2))
                && holders(parts.group(2)).isEmpty();
        return isHost
                ? Following.of(caller(from), target, aimed(parts), sides)
                : Following.of(caller(from), target, Target.of(target), sides);
    }

    private Target aimed(Matcher parts) {
        String address = sides.get(hosts.names().indexOf(parts.group(2))).address();
        return Target.of(parts.group(1) + address + parts.group(3));
    }

    private Party caller(String from) {
        String[] words = from.split("@", 2);
        if (words.length == 2) {
            hosts.get(words[1]); // refuses an unknown one
            Side side = sides.get(hosts.names().indexOf(words[1]));
            return new Party(
                    side, Optional.of(side.snapshot().container(words[0]).orElseThrow(() -> unknown(words[0]))));
        }
        List<Party> holders = holders(from);
        if (holders.size() > 1) {
            String all = holders.stream().map(p -> p.side().name()).collect(Collectors.joining(", "));
            throw ProbeSentences.sentence(
                    "why.hosts.several",
                    from,
                    all,
                    from + "@" + holders.get(0).side().name());
        }
        if (holders.isEmpty() && hosts.names().contains(from)) {
            return new Party(sides.get(hosts.names().indexOf(from)), Optional.empty());
        }
        return holders.stream().findFirst().orElseThrow(() -> unknown(from));
    }

    private List<Party> holders(String name) {
        return sides.stream()
                .flatMap(s -> s.snapshot().container(name).map(c -> new Party(s, Optional.of(c))).stream())
                .toList();
    }

    private EngineException unknown(String name) {
        List<Container> all =
                sides.stream().flatMap(s -> s.snapshot().containers().stream()).toList();
        Snapshot first = sides.get(0).snapshot();
        return new EngineException(
                TopologyNames.unknownContainer(new Snapshot(first.host(), first.networks(), all), name));
    }
}
