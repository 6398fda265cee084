package porthole.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as its network sees it.
 *
 * @param id 64 hexadecimal digits
 * @param name without the slash that the API puts in front
 * @param image as it was asked for
 * @param state {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code removing}, {@code exited} or
 *     {@code dead}
 * @param status the command line's wording: {@code Up 3 minutes}, {@code Exited (0) 2 hours ago}
 * @param created when
 * @param command what runs in it
 * @param mode how it got its sandbox
 * @param endpoints its plugs; none in host, none and {@code container:} mode
 * @param ports its published ports
 * @param listening in host mode: the host's ports on which it listens, where that is known; empty otherwise
 * @param labels as given
 */
public record Container(
        String id,
        String name,
        String image,
        String state,
        String status,
        Instant created,
        String command,
        NetworkMode mode,
        List<Endpoint> endpoints,
        List<PortBinding> ports,
        List<Port> listening,
        Map<String, String> labels) {
    public Container {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
        listening = List.copyOf(listening);
        labels = Map.copyOf(labels);
    }

    /** Whether its processes run now. */
    public boolean running() {
        return state.equals("running");
    }

    /** The same in another state. */
    public Container in(String other) {
        return new Container(
                id, name, image, other, status, created, command, mode, endpoints, ports, listening, labels);
    }

    /** The same with these plugs. */
    public Container on(List<Endpoint> plugs) {
        return new Container(id, name, image, state, status, created, command, mode, plugs, ports, listening, labels);
    }

    /** The first 12 digits of the id, as the command line prints it. */
    public String shortId() {
        return id.substring(0, Math.min(12, id.length()));
    }

    /** Its plug on the network of that name. */
    public Optional<Endpoint> endpoint(String network) {
        return endpoints.stream().filter(e -> e.network().equals(network)).findFirst();
    }
}
