package porthole.probe.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.ParallelCalls;
import porthole.engine.sandbox.Guest;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.network.Subnet;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.topology.FilterRule;
import porthole.topology.Topology;

/** Reads how containers are wired: each one's interfaces, the host's, and its rules of address translation. */
public final class Cables {
    private static final int AT_ONCE = 8;
    private static final String INSIDE = "ip -o link; ip -o addr";
    private static final String HOST = INSIDE
            + "; for save in iptables-nft-save iptables-legacy-save iptables-save; do"
            + " command -v $save >/dev/null && $save -t nat 2>/dev/null; done | grep -e '^-A' | sort -u";
    private static final Pattern MASQUERADE = Pattern.compile("-A POSTROUTING -s (\\S+) ! -o (\\S+) -j MASQUERADE");
    private static final Pattern DNAT =
            Pattern.compile("-A DOCKER .*-p (\\S+) .*--dport (\\d+) .*-j DNAT --to-destination (\\S+)");

    private final Snapshot snapshot;
    private final Map<Container, Devices> inside = new LinkedHashMap<>();
    private final Devices host;
    private final List<String> rules;

    private Cables(Docker docker, Snapshot snapshot, List<Container> containers) {
        this(docker, snapshot, containers, c -> lines(docker, Guest.of(c), INSIDE));
    }

    private Cables(
            Docker docker, Snapshot snapshot, List<Container> containers, Function<Container, List<String>> looked) {
        this.snapshot = snapshot;
        List<Callable<List<String>>> questions = new ArrayList<>();
        questions.add(() -> lines(docker, Guest.ofHost().allowed("NET_ADMIN"), HOST));
        containers.forEach(c -> questions.add(() -> looked.apply(c)));
        List<List<String>> answers = ParallelCalls.all(AT_ONCE, questions);
        host = Devices.read(answers.get(0));
        rules = answers.get(0).stream().filter(l -> l.startsWith("-A")).toList();
        for (int i = 0; i < containers.size(); i++) {
            inside.put(containers.get(i), Devices.read(answers.get(i + 1)));
        }
    }

    /** Nothing of a container that has ended since the snapshot. */
    private static List<String> stillThere(Docker docker, Container container) {
        try {
            return lines(docker, Guest.of(container), INSIDE);
        } catch (EngineException e) {
            if (docker.snapshot()
                    .container(container.id())
                    .filter(Topology::isLive)
                    .isPresent()) {
                throw e;
            }
            return List.of();
        }
    }

    private static List<String> lines(Docker docker, Guest guest, String script) {
        return docker.guests().run(guest, script).stdout().lines().toList();
    }

    /** The wiring of a network, or of a container. */
    public static Wiring of(Docker docker, String name) {
        Snapshot snapshot = docker.snapshot();
        Optional<Container> container = snapshot.container(name);
        Optional<Network> network = snapshot.network(name);
        if (container.isPresent()
                && network.isPresent()
                && !container.get().name().equals(name)) {
            container = Optional.empty();
        }
        if (network.isPresent()
                && snapshot.containers().stream().noneMatch(c -> c.name().equals(name))) {
            return ofNetwork(docker, snapshot, network.get());
        }
        return ofContainer(docker, snapshot, container.orElseThrow(() -> unknown(snapshot, name)));
    }

    private static RuntimeException unknown(Snapshot snapshot, String name) {
        return new EngineException(porthole.topology.TopologyNames.unknown(snapshot, name));
    }

    private static Wiring ofNetwork(Docker docker, Snapshot snapshot, Network network) {
        if (network.pools().isEmpty()) {
            throw ProbeSentences.sentence("wiring.bare", network.name());
        }
        List<Container> members =
                snapshot.on(network).stream().filter(Topology::isLive).toList();
        Cables cables = new Cables(docker, snapshot, members);
        return new Wiring(
                ProbeSentences.SENTENCES.say("title.wiring", network.name()),
                members.stream()
                        .flatMap(c -> cables.of(c, Optional.of(network)).stream())
                        .toList(),
                cables.rules(List.of(network)));
    }

    private static Wiring ofContainer(Docker docker, Snapshot snapshot, Container named) {
        Container container = Caller.sandbox(snapshot, named);
        if (!Topology.isLive(container)) {
            throw ProbeSentences.sentence("wiring.stopped", container.name(), container.state());
        }
        if (container.mode() instanceof NetworkMode.Host) {
            throw ProbeSentences.sentence("wiring.host", named.name());
        }
        Cables cables = new Cables(docker, snapshot, List.of(container));
        return new Wiring(
                ProbeSentences.SENTENCES.say("title.wiring", named.name()),
                cables.of(container, Optional.empty()),
                cables.rules(Caller.networks(snapshot, container)));
    }

    /** The cables of several containers, for who follows a packet. */
    static Cables ofAll(Docker docker, Snapshot snapshot, List<Container> containers) {
        return new Cables(docker, snapshot, containers);
    }

    /** By a container's id and its interface, the name of the cable's other end on the host. */
    public static Map<String, Map<String, String>> ends(Docker docker) {
        return ends(docker, docker.snapshot());
    }

    /** The ends of those of a snapshot that still run. */
    static Map<String, Map<String, String>> ends(Docker docker, Snapshot snapshot) {
        List<Container> own = snapshot.containers().stream()
                .filter(c -> Topology.isLive(c) && !c.endpoints().isEmpty())
                .toList();
        Cables cables = new Cables(docker, snapshot, own, c -> stillThere(docker, c));
        Map<String, Map<String, String>> ends = new LinkedHashMap<>();
        for (Container container : own) {
            Map<String, String> links = new LinkedHashMap<>();
            cables.inside
                    .getOrDefault(container, new Devices(List.of()))
                    .links()
                    .forEach(link -> link.peer()
                            .flatMap(cables.host::numbered)
                            .ifPresent(end -> links.put(link.name(), end.name())));
            ends.put(container.id(), links);
        }
        return ends;
    }

    List<Wiring.Cable> of(Container container, Optional<Network> on) {
        List<Wiring.Cable> cables = new ArrayList<>();
        for (Devices.Link link :
                inside.getOrDefault(container, new Devices(List.of())).links()) {
            Optional<Network> network = network(container, link);
            if (!link.name().equals("lo") && (on.isEmpty() || network.equals(on))) {
                cables.add(cable(container, link, network));
            }
        }
        return cables;
    }

    private Wiring.Cable cable(Container container, Devices.Link link, Optional<Network> network) {
        Optional<Devices.Link> other = link.peer().flatMap(host::numbered);
        Optional<String> bridge = other.flatMap(Devices.Link::master);
        return new Wiring.Cable(
                container.name(),
                link.name() + " (" + link.number() + ")",
                String.join(", ", link.addresses()),
                other.map(o -> o.name() + " (" + o.number() + ")")
                        .orElseGet(() -> ProbeSentences.SENTENCES.say("wiring.elsewhere")),
                bridge.orElse(""),
                bridge.flatMap(host::named)
                        .map(b -> String.join(", ", b.addresses()))
                        .orElse(""),
                network.map(Network::name).orElse(""),
                link.mtu());
    }

    private Optional<Network> network(Container container, Devices.Link link) {
        return container.endpoints().stream()
                .filter(e -> Stream.concat(e.address().stream(), e.address6().stream())
                        .anyMatch(link::has))
                .map(Endpoint::networkId)
                .flatMap(id -> snapshot.network(id).stream())
                .findFirst();
    }

    /** The rules that speak of these networks' ranges or bridges. */
    List<Wiring.Rule> rules(List<Network> networks) {
        return rules.stream()
                .filter(line -> networks.stream().anyMatch(n -> concerns(line, n)))
                .map(line ->
                        new Wiring.Rule(line, new FilterRule(line).meaning().orElse("")))
                .toList();
    }

    private static boolean concerns(String line, Network network) {
        Matcher dnat = DNAT.matcher(line);
        if (dnat.matches()) {
            String address = dnat.group(3).replaceFirst(":\\d+$", "");
            return network.pools().stream()
                    .anyMatch(p -> Subnet.isAddress(address) && p.subnet().contains(address));
        }
        Matcher masquerade = MASQUERADE.matcher(line);
        return masquerade.matches()
                && Stream.concat(network.pools().stream().map(p -> p.subnet().toString()), network.device().stream())
                        .anyMatch(t -> line.contains(" " + t + " "));
    }
}
