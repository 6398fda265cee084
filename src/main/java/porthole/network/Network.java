package porthole.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;

/**
 * A network of one engine, as {@code docker network inspect} shows it.
 *
 * @param id 64 hexadecimal digits; 25 letters and digits for a network of a swarm
 * @param name its name; two networks may have the same one ({@code docker network create} prevents it, the API may not)
 * @param driver what makes it: {@code bridge}, {@code host}, {@code null}, {@code overlay}, {@code macvlan},
 *     {@code ipvlan}, or a plugin's name
 * @param scope how far it reaches
 * @param created when it was made
 * @param pools the ranges of its addresses, one for each IP family in use; none for {@code host} and {@code none}
 * @param internal whether it has no way out of the host
 * @param attachable whether containers that are not tasks of a service may join it (overlay networks)
 * @param ingress whether it carries the published ports of a swarm (routing mesh)
 * @param labels its labels
 * @param options the driver's options
 */
public record Network(
        String id,
        String name,
        String driver,
        Scope scope,
        Instant created,
        List<Pool> pools,
        boolean internal,
        boolean attachable,
        boolean ingress,
        Map<String, String> labels,
        Map<String, String> options)
        implements Displayable {
    /**
     * The driver option with the name of the Linux bridge; on the default bridge it is {@code docker0}. Podman's networks
     * all have it here: its own API tells the name ({@code network_interface}), its answers in Docker's do not.
     */
    public static final String BRIDGE_NAME = "com.docker.network.bridge.name";

    private static final List<String> PREDEFINED = List.of("bridge", "host", "none");

    public Network {
        pools = List.copyOf(pools);
        labels = Map.copyOf(labels);
        options = Map.copyOf(options);
    }

    /**
     * Whether it is {@code bridge}, {@code host} or {@code none}, which an engine has from the beginning and which cannot be removed.
     */
    public boolean predefined() {
        return PREDEFINED.contains(name);
    }

    /**
     * Whether it is the default bridge: {@code docker run} connects containers to it if no network is named, and its
     * DNS does not know their names.
     */
    public boolean defaultBridge() {
        return "true".equals(options.get("com.docker.network.bridge.default_bridge")) || name.equals("bridge");
    }

    /** Whether its members may not talk to each other ({@code com.docker.network.bridge.enable_icc=false}). */
    public boolean forbidsTalk() {
        return "false".equals(options.get("com.docker.network.bridge.enable_icc"));
    }

    /**
     * Gives the Linux bridge device that is this network on the host.
     *
     * @return {@code docker0}, {@code br-} with the first 12 digits of the id, the name that was chosen, or the one that
     *     Podman gave ({@code cni-podman1}); empty for another driver than {@code bridge}
     */
    public Optional<String> device() {
        if (!driver.equals("bridge")) {
            return Optional.empty();
        }
        return Optional.of(options.getOrDefault(BRIDGE_NAME, "br-" + shortId()));
    }

    /** Gives the first 12 digits of the id, as {@code docker network ls} shows it. */
    public String shortId() {
        return id.substring(0, Math.min(12, id.length()));
    }

    /** Gives the first IPv4 range; empty if the network has none. */
    public Optional<Pool> pool() {
        return pools.stream().filter(p -> !p.subnet().isIPv6()).findFirst();
    }

    /** Shows the network as {@code docker network ls} does, with its IPv4 subnet and gateway. */
    @Override
    public List<MimeBundle> outputs() {
        return new Table(
                        List.of("NETWORK ID", "NAME", "DRIVER", "SCOPE", "SUBNET", "GATEWAY"),
                        List.of(List.of(
                                shortId(),
                                name,
                                driver,
                                scope.toString(),
                                pool().map(p -> p.subnet().toString()).orElse(""),
                                pool().flatMap(Pool::gateway).orElse(""))))
                .outputs();
    }
}
