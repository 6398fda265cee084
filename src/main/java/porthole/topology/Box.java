package porthole.topology;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;

/**
 * A container as a picture shows it.
 *
 * @param container which
 * @param standing where it gets its network from
 * @param legs in the order of the snapshot's networks
 * @param ports what the host forwards to it, by host port. Empty in host and none mode, whatever was asked for: the
 *     engine drops {@code -p} there (20.10: with a warning in host mode, silently in none mode)
 * @param sidecars the containers that share its sandbox ({@code --network container:…})
 * @param elsewhere names of further networks that it is on and that the picture leaves out
 */
public record Box(
        Container container,
        Standing standing,
        List<Leg> legs,
        List<Published> ports,
        List<Container> sidecars,
        List<String> elsewhere) {
    public Box {
        legs = List.copyOf(legs);
        ports = List.copyOf(ports);
        sidecars = List.copyOf(sidecars);
        elsewhere = List.copyOf(elsewhere);
    }

    /** The container's name. */
    public String name() {
        return container.name();
    }

    /** The leg on that network. */
    public Optional<Leg> leg(Network network) {
        return legs.stream()
                .filter(leg -> leg.network().id().equals(network.id()))
                .findFirst();
    }

    /** Whether all its interfaces are as the engine has set them up, as far as they were looked at. */
    public boolean works() {
        return legs.stream().allMatch(Leg::works);
    }

    /** The same on some of its networks only; the others are told as further ones. */
    Box restricted(List<Network> networks, Predicate<Container> beside) {
        List<Leg> kept =
                legs.stream().filter(leg -> networks.contains(leg.network())).toList();
        List<String> further = Stream.concat(
                        elsewhere.stream(),
                        legs.stream()
                                .filter(leg -> !kept.contains(leg))
                                .map(leg -> leg.network().name()))
                .toList();
        return new Box(
                container,
                standing,
                kept,
                ports,
                sidecars.stream().filter(beside).toList(),
                further);
    }
}
