package porthole.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.IpFamily;
import porthole.network.Literal;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.topology.Sandbox.Plug;

/**
 * What a name is for a caller: the engine's DNS answers for each network of the caller in turn, but for the default
 * bridge, where only the hosts file knows links.
 */
record NameService(Snapshot snapshot, Map<String, Inside> inside) {

    List<String> resolve(Sandbox caller, String name) {
        if (caller.isHost()) {
            return List.of();
        }
        Inside known = inside(caller.owner().orElseThrow());
        Optional<Container> linked =
                Optional.ofNullable(known.links().get(name)).flatMap(snapshot::container);
        if (linked.isPresent()) {
            List<String> byLink = linked(caller, linked.get());
            if (!byLink.isEmpty()) {
                return byLink;
            }
        }
        Set<String> found = new LinkedHashSet<>();
        List<Network> asked = caller.plugs().stream()
                .map(Plug::network)
                .filter(NameService::hasDns)
                .toList();
        if (Rules.of(snapshot.host()).oneNetworkAnswers()) {
            asked = asked.stream()
                    .filter(network -> Stream.of(IpFamily.values())
                            .anyMatch(family -> !holders(network, name, family).isEmpty()))
                    .limit(1)
                    .toList();
        }
        for (IpFamily family : IpFamily.values()) {
            asked.stream()
                    .map(network -> holders(network, name, family))
                    .filter(addresses -> !addresses.isEmpty())
                    .findFirst()
                    .ifPresent(found::addAll);
        }
        return List.copyOf(found);
    }

    private Inside inside(Container container) {
        return inside.getOrDefault(container.id(), Inside.UNKNOWN);
    }

    /** On the default bridge a link is a line of the hosts file; elsewhere it is one name more for the same DNS. */
    private List<String> linked(Sandbox caller, Container called) {
        Sandbox target = Sandbox.of(snapshot, called);
        List<String> found = new ArrayList<>();
        for (Plug plug : caller.plugs()) {
            Optional<Plug> there = target.on(plug.network());
            if (there.isPresent() && found.isEmpty()) {
                there.get().endpoint().address().ifPresent(found::add);
                if (hasDns(plug.network())) {
                    there.get().endpoint().address6().map(Literal::canonical).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean hasDns(Network network) {
        return !network.defaultBridge() && Topology.isBand(network);
    }

    private List<String> holders(Network network, String name, IpFamily family) {
        List<String> addresses = new ArrayList<>();
        for (Container container : snapshot.containers()) {
            Sandbox sandbox = Sandbox.of(snapshot, container);
            boolean own =
                    sandbox.owner().filter(o -> o.id().equals(container.id())).isPresent();
            if (own && sandbox.live() && knows(container, network, name)) {
                sandbox.on(network)
                        .flatMap(p -> family.of(p.endpoint()))
                        .map(Literal::canonical)
                        .ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    private boolean knows(Container container, Network network, String name) {
        return container.name().equals(name)
                || container.shortId().equals(name)
                || container.endpoints().stream()
                        .anyMatch(e -> e.networkId().equals(network.id())
                                && e.aliases().contains(name))
                || inside(container)
                        .aliases()
                        .getOrDefault(network.name(), List.of())
                        .contains(name);
    }
}
