package porthole.probe.call;

import java.util.Optional;
import porthole.engine.Docker;
import porthole.network.Container;
import porthole.network.Snapshot;

/** Names that networks' DNS know beside the containers' own: aliases, and the services of Compose. */
public final class Aliases {
    private static final String SERVICE = "com.docker.compose.service";
    private static final String LISTED = "{{range .NetworkSettings.Networks}}{{range .Aliases}}{{.}}\n{{end}}{{end}}";

    private Aliases() {}

    /** The container that has this name somewhere, one that runs before others. */
    public static Optional<Container> holder(Docker docker, Snapshot snapshot, String name) {
        return snapshot.containers().stream()
                .sorted(java.util.Comparator.comparing(c -> !c.running()))
                .filter(c -> name.equals(c.labels().get(SERVICE))
                        || c.endpoints().stream().anyMatch(e -> e.aliases().contains(name))
                        || docker.quietly(c.id()).stream()
                                .flatMap(i -> i.format(LISTED).lines())
                                .anyMatch(name::equals))
                .findFirst();
    }
}
