package porthole.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;

/**
 * A network of one engine, as {@code docker network inspect} tells it.
 *
 * @param id 64 hexadecimal digits
 * @param name as given; unique only by custom ({@code docker network create} checks, the API may not)
 * @param driver who makes it: {@code bridge}, {@code host}, {@code null}, {@code overlay}, {@code macvlan},
 *     {@code ipvlan}, or a plugin's name
 * @param scope how far it reaches
 * @param created when
 * @param pools where its addresses come from; empty for {@code host} and {@code none}
 * @param internal whether it has no way out of the host
 * @param attachable whether containers that are no swarm tasks may join (overlay)
 * @param ingress whether it is the swarm's routing mesh
 * @param labels as given
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
    /** The Linux bridge's name may be set with this option; the default bridge has it set to {@code docker0}. */
    public static final String BRIDGE_NAME = "com.docker.network.bridge.name";

    private static final List<String> PREDEFINED = List.of("bridge", "host", "none");

    public Network {
        pools = List.copyOf(pools);
        labels = Map.copyOf(labels);
        options = Map.copyOf(options);
    }

    /** Whether it is one of the three that every engine has and that cannot be removed. */
    public boolean predefined() {
        return PREDEFINED.contains(name);
    }

    /** Whether it is the default bridge, on which names do not resolve and {@code docker run} puts containers. */
    public boolean defaultBridge() {
        return "true".equals(options.get("com.docker.network.bridge.default_bridge")) || name.equals("bridge");
    }

    /**
     * The Linux device that is this network on the host: {@code docker0}, or {@code br-} and the first 12 digits of the
     * id; empty where the driver makes no bridge.
     */
    public Optional<String> device() {
        if (!driver.equals("bridge")) {
            return Optional.empty();
        }
        return Optional.of(options.getOrDefault(BRIDGE_NAME, "br-" + shortId()));
    }

    /** The first 12 digits of the id, as the command line prints it. */
    public String shortId() {
        return id.substring(0, Math.min(12, id.length()));
    }

    /** The first IPv4 pool. */
    public Optional<Pool> pool() {
        return pools.stream().filter(p -> !p.subnet().isIPv6()).findFirst();
    }

    /** What {@code docker network ls} tells of it, and its range. */
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
