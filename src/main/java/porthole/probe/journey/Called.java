package porthole.probe.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Literal;
import porthole.network.PortBinding;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.probe.call.Target;
import porthole.probe.journey.Following.Party;
import porthole.probe.journey.Following.Side;
import porthole.topology.Topology;

/**
 * In whose namespace the call may arrive, so that one can look there. What was seen decides in the end, not this.
 *
 * @param party empty where none of the engine's containers is likely
 * @param ports on which that one may be called
 * @param near whether it is on one of the engines known here
 */
record Called(Optional<Party> party, List<Integer> ports, boolean near) {
    static Called find(List<Side> sides, Party from, Target target, String address) {
        int port = target.port().orElseThrow();
        if (target.isLoopback() && !from.onHost()) {
            return new Called(Optional.of(from), List.of(port), true);
        }
        for (Side side : sides) {
            Optional<Container> holder = running(side.snapshot())
                    .filter(c -> c.endpoints().stream().anyMatch(e -> has(e, address)))
                    .findFirst();
            if (holder.isPresent()) {
                return new Called(Optional.of(new Party(side, holder)), List.of(port), true);
            }
        }
        boolean own = target.isLoopback()
                || sides.stream().anyMatch(s -> s.address().equals(address) || inRange(s.snapshot(), address));
        List<Side> likely = sides.stream()
                .sorted(Comparator.comparing(s -> !s.address().equals(address)))
                .toList();
        for (Side side : likely) {
            for (Container container : running(side.snapshot()).toList()) {
                for (PortBinding binding : container.ports()) {
                    if (binding.hostPort() == port
                            && binding.containerPort().protocol().equals("tcp")) {
                        Party behind = new Party(side, Optional.of(Caller.sandbox(side.snapshot(), container)));
                        return new Called(
                                Optional.of(behind),
                                List.of(binding.containerPort().number()),
                                true);
                    }
                }
            }
        }
        Optional<Party> host = sides.stream()
                .filter(s -> s.address().equals(address))
                .findFirst()
                .map(s -> new Party(s, Optional.empty()));
        return new Called(host, List.of(), own);
    }

    private static Stream<Container> running(Snapshot snapshot) {
        return snapshot.containers().stream().filter(Topology::isLive); // a paused one's kernel still answers
    }

    private static boolean has(Endpoint endpoint, String address) {
        return Stream.concat(endpoint.address().stream(), endpoint.address6().stream())
                .map(Literal::canonical)
                .anyMatch(address::equals);
    }

    private static boolean inRange(Snapshot snapshot, String address) {
        return snapshot.networks().stream()
                .flatMap(n -> n.pools().stream())
                .anyMatch(p -> p.subnet().isIPv6() == address.contains(":")
                        && p.subnet().contains(address));
    }
}
