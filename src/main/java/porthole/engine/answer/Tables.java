package porthole.engine.answer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.display.Listing;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.network.PortBinding;

/** The lists that a cell sees, with the columns of the command line. */
public final class Tables {
    private static final Set<String> KINDS = Set.of(
            "container", "network", "volume", "image", "service", "swarm", "cluster", "host", "link", "endpoint");

    private Tables() {}

    public static Listing<Container> containers(List<Container> containers) {
        return new Listing<>(
                containers,
                List.of("CONTAINER ID", "IMAGE", "COMMAND", "STATUS", "PORTS", "NETWORKS", "NAMES"),
                c -> List.of(
                        c.shortId(),
                        c.image(),
                        shorten(c.command()),
                        c.status(),
                        ports(c),
                        networks(c, containers),
                        c.name()));
    }

    public static Listing<Network> networks(List<Network> networks) {
        return new Listing<>(
                networks,
                List.of("NETWORK ID", "NAME", "DRIVER", "SCOPE", "SUBNET", "GATEWAY"),
                n -> List.of(
                        n.shortId(),
                        n.name(),
                        n.driver(),
                        n.scope().toString(),
                        n.pools().stream().map(p -> p.subnet().toString()).collect(Collectors.joining(", ")),
                        n.pools().stream()
                                .map(Pool::gateway)
                                .flatMap(java.util.Optional::stream)
                                .collect(Collectors.joining(", "))));
    }

    public static Listing<PortBinding> ports(List<PortBinding> ports) {
        return new Listing<>(
                ports,
                headings("columns.ports"),
                p -> List.of(p.containerPort().toString(), p.hostAddress(), String.valueOf(p.hostPort())));
    }

    /** The headings of a table that is Porthole's own; those of Docker's stay as Docker prints them. */
    public static List<String> headings(String key) {
        return List.of(EngineSentences.SENTENCES.say(key).split("\\|", -1));
    }

    public static Listing<Image> images(List<Image> images) {
        return new Listing<>(
                images,
                List.of("IMAGE", "IMAGE ID", "CREATED", "SIZE"),
                i -> List.of(
                        i.tags().isEmpty() ? "<none>" : String.join(", ", i.tags()),
                        i.shortId(),
                        i.created().toString(),
                        String.format(java.util.Locale.ROOT, "%.1f MB", i.size() / 1e6)));
    }

    public static Listing<Volume> volumes(List<Volume> volumes) {
        return new Listing<>(
                volumes,
                List.of("DRIVER", "VOLUME NAME", "MOUNTPOINT"),
                v -> List.of(v.driver(), v.name(), v.mountpoint()));
    }

    public static Listing<FileChange> changes(List<FileChange> changes) {
        return new Listing<>(changes, headings("columns.changes"), c -> List.of(c.kind(), c.path()));
    }

    public static Listing<Event> events(List<Event> events) {
        return new Listing<>(
                events, headings("columns.events"), e -> List.of(e.time().toString(), e.kind(), e.action(), e.name()));
    }

    public static Listing<ContainerUsage> usages(List<ContainerUsage> usages) {
        return new Listing<>(
                usages,
                List.of("NAME", "CPU %", "MEM USAGE / LIMIT", "NET RECEIVED", "NET SENT", "PIDS"),
                u -> List.of(
                        u.container(),
                        String.format(java.util.Locale.ROOT, "%.2f%%", u.cpuPercent()),
                        megabytes(u.memory()) + " / " + megabytes(u.memoryLimit()),
                        megabytes(u.received()),
                        megabytes(u.sent()),
                        String.valueOf(u.processes())));
    }

    private static String megabytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.2f MB", bytes / 1e6);
    }

    public static Listing<Hit> hits(List<Hit> hits) {
        return new Listing<>(hits, headings("columns.hits"), h -> List.of(h.path(), h.line()));
    }

    public static Listing<Removed> removed(List<Removed> removed) {
        return new Listing<>(removed, headings("columns.removed"), r -> List.of(kind(r.kind()), r.name()));
    }

    /** A kind in the reader's language; one that has no words there is shown as it is. */
    private static String kind(String kind) {
        return KINDS.contains(kind) ? EngineSentences.SENTENCES.say("removed." + kind) : kind;
    }

    public static Listing<Node> nodes(List<Node> nodes) {
        return new Listing<>(
                nodes,
                List.of("ID", "HOSTNAME", "STATUS", "AVAILABILITY", "MANAGER STATUS", "ENGINE VERSION", "ADDRESS"),
                n -> List.of(n.id(), n.hostname(), n.status(), n.availability(), n.manager(), n.engine(), n.address()));
    }

    public static Listing<Service> services(List<Service> services) {
        return new Listing<>(
                services,
                List.of("ID", "NAME", "MODE", "REPLICAS", "IMAGE", "ENDPOINT", "PORTS"),
                s -> List.of(
                        EngineJson.shortId(s.id()),
                        s.name(),
                        s.mode(),
                        s.replicas(),
                        s.image(),
                        (s.endpointMode() + " " + String.join(", ", s.addresses())).strip(),
                        String.join(", ", s.ports())));
    }

    public static Listing<Task> tasks(List<Task> tasks) {
        return new Listing<>(
                tasks,
                List.of("ID", "NAME", "IMAGE", "NODE", "DESIRED STATE", "CURRENT STATE", "ADDRESSES", "PORTS", "ERROR"),
                t -> List.of(
                        EngineJson.shortId(t.id()),
                        t.name(),
                        t.image(),
                        t.node(),
                        t.desired(),
                        t.state(),
                        String.join(", ", t.addresses()),
                        String.join(", ", t.ports()),
                        t.error()));
    }

    private static String ports(Container container) {
        return container.ports().stream().map(PortBinding::toString).collect(Collectors.joining(", "));
    }

    private static String mode(NetworkMode mode, List<Container> all) {
        if (mode instanceof NetworkMode.OfContainer other) {
            return "container:"
                    + all.stream()
                            .filter(c -> c.id().equals(other.container()))
                            .map(Container::name)
                            .findFirst()
                            .orElse(other.container());
        }
        return mode instanceof NetworkMode.Host ? "host" : mode instanceof NetworkMode.None ? "none" : "";
    }

    /** Its networks; where it is on none, what it was started with instead: {@code host}, {@code none}, another's. */
    private static String networks(Container container, List<Container> all) {
        if (container.endpoints().isEmpty()) {
            return mode(container.mode(), all);
        }
        return container.endpoints().stream()
                .map(e -> e.network() + e.address().map(a -> " " + a).orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String shorten(String command) {
        return command.length() <= 24 ? command : command.substring(0, 23) + "…";
    }
}
