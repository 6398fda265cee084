package porthole.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container and its place in the network, as the engine's list of containers shows it.
 *
 * @param id 64 hexadecimal digits
 * @param name its name, without the slash that the API puts before it
 * @param image the image's name as it was asked for
 * @param state {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code removing}, {@code exited}
 *     or {@code dead}
 * @param status the state as {@code docker ps} words it: {@code Up 3 minutes}, {@code Exited (0) 2 hours ago}
 * @param created when it was made
 * @param command the command line that it runs, as {@code docker ps} shows it
 * @param mode which kind of network it was started with
 * @param endpoints its connections, one for each network; none with {@code host}, {@code none} or another container's
 *     network
 * @param ports its published ports, one for each address of the host
 * @param listening with {@code host}: the ports of the host on which it listens, if known; empty otherwise
 * @param labels its labels
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

    /** Whether its state is {@code running}; a paused container is not. */
    public boolean running() {
        return state.equals("running");
    }

    /**
     * Gives the same container in another state.
     *
     * @param other a state, as in {@code paused}
     */
    public Container in(String other) {
        return new Container(
                id, name, image, other, status, created, command, mode, endpoints, ports, listening, labels);
    }

    /**
     * Gives the same container with other connections.
     *
     * @param plugs its connections, one for each network
     */
    public Container on(List<Endpoint> plugs) {
        return new Container(id, name, image, state, status, created, command, mode, plugs, ports, listening, labels);
    }

    /** Gives the first 12 digits of the id, as {@code docker ps} shows it. */
    public String shortId() {
        return id.substring(0, Math.min(12, id.length()));
    }

    /**
     * Finds its connection to a network.
     *
     * @param network the network's name
     * @return the connection; empty if it is not on that network
     */
    public Optional<Endpoint> endpoint(String network) {
        return endpoints.stream().filter(e -> e.network().equals(network)).findFirst();
    }
}
