package porthole.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Host;
import porthole.network.LinkState;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.network.Port;
import porthole.network.PortBinding;
import porthole.network.Scope;
import porthole.network.Snapshot;

/** Snapshots as tests write them. */
public final class Lab {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Network> networks = new ArrayList<>();
    private final List<Container> containers = new ArrayList<>();
    private String version = "20.10.24";

    /** An engine with its three networks. */
    public static Lab engine() {
        Lab lab = new Lab();
        lab.add("bridge", "bridge", "172.17.0.0/16", "172.17.0.1", false, Map.of(Network.BRIDGE_NAME, "docker0"));
        lab.networks.add(plain("host", "host"));
        lab.networks.add(plain("none", "null"));
        return lab;
    }

    /** The engine of the tutorial's first section: web and test on the default bridge, nginx on Compose's. */
    public static Lab tutorial() {
        return engine().network("downloads_default", "172.28.0.0/16", "172.28.0.1")
                .run("web", "nginx", "bridge=172.17.0.3")
                .publish(81, 80)
                .run("test", "curlimages/curl:7.68.0", "bridge=172.17.0.2")
                .run("docker_compose_nginx", "nginx", "downloads_default=172.28.0.2")
                .publish(8080, 80);
    }

    public static Lab modes() {
        return engine().network("custom_bridge", "172.19.0.0/16", "172.19.0.1")
                .run("web-h", "nginx", "host")
                .listening(80)
                .run("web-b", "nginx", "bridge=172.17.0.2")
                .publish(81, 80)
                .run("app", "nginx", "custom_bridge=172.19.0.2")
                .run("island", "nginx", "none")
                .run("sidecar", "tools", "container:web-b");
    }

    /** {@code containers} spread over {@code networks}, some on two. */
    public static Snapshot many(int containers, int networks) {
        Lab lab = engine();
        for (int n = 1; n < networks; n++) {
            lab.network("net-" + n, "10." + n + ".0.0/24", "10." + n + ".0.1");
        }
        for (int c = 0; c < containers; c++) {
            int n = c % networks;
            String first = n == 0
                    ? "bridge=172.17.0." + (c / networks + 2)
                    : "net-" + n + "=10." + n + ".0." + (c / networks + 2);
            int m = n % (networks - 1) + 1;
            if (c % 10 == 9 && m != n) {
                lab.run("app-" + (c + 1), "nginx", first, "net-" + m + "=10." + m + ".0." + (100 + c % 100));
            } else {
                lab.run("app-" + (c + 1), "nginx", first);
            }
            if (c % 7 == 3) {
                lab.publish(8000 + c, 80);
            }
        }
        return lab.snapshot();
    }

    /** An engine as chance makes it: the same for the same seed. */
    public static Snapshot random(long seed) {
        Random random = new Random(seed);
        Lab lab = engine();
        int networks = random.nextInt(7);
        for (int n = 1; n <= networks; n++) {
            lab.network(name(random, "net", n), "10." + n + ".0.0/24", "10." + n + ".0.1");
        }
        int containers = random.nextInt(random.nextInt(4) == 0 ? 45 : 14);
        for (int c = 1; c <= containers; c++) {
            lab.some(random, c);
        }
        return lab.snapshot();
    }

    private void some(Random random, int c) {
        String name = name(random, "box", c);
        int kind = random.nextInt(12);
        if (kind == 0) {
            run(name, "nginx", "host");
            for (int i = random.nextInt(3); i > 0; i--) {
                listening(9000 + 10 * c + i);
            }
        } else if (kind == 1) {
            run(name, "nginx", "none");
        } else if (kind == 2 && !containers.isEmpty()) {
            run(
                    name,
                    "nginx",
                    "container:"
                            + containers.get(random.nextInt(containers.size())).name());
        } else {
            int legs = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
            List<String> plugs = new ArrayList<>();
            for (Network network : networks) {
                if (network.driver().equals("bridge") && random.nextInt(networks.size()) < legs) {
                    String base = network.pool().orElseThrow().subnet().address();
                    plugs.add(network.name() + "=" + base.substring(0, base.length() - 1) + (c + 1));
                }
            }
            run(name, name(random, "image", c), plugs.toArray(String[]::new));
            for (int i = plugs.isEmpty() ? 0 : random.nextInt(9) - 5; i > 0; i--) {
                publish(8000 + 100 * c + i * (1 + random.nextInt(2)), 80 + i);
            }
        }
        if (random.nextInt(15) == 0) {
            state("exited");
        } else if (random.nextInt(20) == 0) {
            state("paused");
        }
    }

    private static String name(Random random, String word, int number) {
        return random.nextInt(8) == 0
                ? (word + "-of-many-letters").repeat(1 + random.nextInt(5)) + number
                : word + number;
    }

    private static Network plain(String name, String driver) {
        return new Network(
                id("n" + name), name, driver, Scope.LOCAL, START, List.of(), false, false, false, Map.of(), Map.of());
    }

    private Network add(
            String name, String driver, String subnet, String gateway, boolean internal, Map<String, String> options) {
        Network network = new Network(
                id("n" + name),
                name,
                driver,
                driver.equals("overlay") ? Scope.SWARM : Scope.LOCAL,
                START.plusSeconds(networks.size()),
                List.of(Pool.of(subnet, gateway)),
                internal,
                false,
                false,
                Map.of(),
                options);
        networks.add(network);
        return network;
    }

    public Lab network(String name, String subnet, String gateway) {
        return network(name, "bridge", subnet, gateway, false);
    }

    public Lab network(String name, String driver, String subnet, String gateway, boolean internal) {
        add(name, driver, subnet, gateway, internal, Map.of());
        return this;
    }

    /** An overlay, as an engine in a swarm lists it. */
    public Lab overlay(String name, String subnet, int vni) {
        String gateway = subnet.replaceFirst("0/[0-9]+$", "1");
        Map<String, String> options = Map.of("com.docker.network.driver.overlay.vxlanid_list", String.valueOf(vni));
        add(name, "overlay", subnet, gateway, false, options);
        return this;
    }

    /** The swarm's own overlay, which carries the published ports of services. */
    public Lab ingress(String subnet) {
        overlay("ingress", subnet, 4096);
        Network n = networks.remove(networks.size() - 1);
        networks.add(new Network(
                n.id(),
                n.name(),
                n.driver(),
                n.scope(),
                n.created(),
                n.pools(),
                false,
                false,
                true,
                n.labels(),
                n.options()));
        return this;
    }

    /** Forbids the last network's members to talk. */
    public Lab withoutTalk() {
        return option("com.docker.network.bridge.enable_icc", "false");
    }

    /** One option of the last network. */
    public Lab option(String key, String value) {
        Network n = networks.get(networks.size() - 1);
        Map<String, String> options = new HashMap<>(n.options());
        options.put(key, value);
        return last(n.pools(), options);
    }

    /** An IPv6 range for the last network. */
    public Lab range(String subnet, String gateway) {
        Network n = networks.get(networks.size() - 1);
        List<Pool> pools = new ArrayList<>(n.pools());
        pools.add(Pool.of(subnet, gateway));
        return last(pools, n.options());
    }

    private Lab last(List<Pool> pools, Map<String, String> options) {
        Network n = networks.remove(networks.size() - 1);
        networks.add(new Network(
                n.id(),
                n.name(),
                n.driver(),
                n.scope(),
                n.created(),
                pools,
                n.internal(),
                false,
                false,
                Map.of(),
                options));
        return this;
    }

    /** Another engine than 20.10. */
    public Lab version(String engine) {
        version = engine;
        return this;
    }

    /** A running container: {@code host}, {@code none}, {@code container:NAME}, or its places as {@code NET=ADDRESS}. */
    public Lab run(String name, String image, String... places) {
        NetworkMode mode = new NetworkMode.DefaultBridge();
        List<Endpoint> endpoints = new ArrayList<>();
        for (String place : places) {
            int equals = place.indexOf('=');
            if (equals < 0) {
                mode = mode(place);
                continue;
            }
            Network network = networks.stream()
                    .filter(n -> n.name().equals(place.substring(0, equals)))
                    .findFirst()
                    .orElseThrow();
            if (endpoints.isEmpty() && !network.defaultBridge()) {
                mode = new NetworkMode.Named(network.name());
            }
            endpoints.add(Endpoint.of(network, place.substring(equals + 1), "eth" + endpoints.size()));
        }
        containers.add(new Container(
                id("c" + name),
                name,
                image,
                "running",
                "Up 3 minutes",
                START.plusSeconds(1000 + containers.size()),
                "sleep",
                mode,
                endpoints,
                List.of(),
                List.of(),
                Map.of()));
        return this;
    }

    private NetworkMode mode(String place) {
        if (!place.startsWith("container:")) {
            return NetworkMode.of(place);
        }
        String owner = place.substring("container:".length());
        return new NetworkMode.OfContainer(containers.stream()
                .filter(c -> c.name().equals(owner))
                .findFirst()
                .map(Container::id)
                .orElse(owner));
    }

    /** Publishes a port of the last container on IPv4 and IPv6, as the engine does. */
    public Lab publish(int hostPort, int containerPort) {
        return publish("0.0.0.0", hostPort, containerPort).publish("::", hostPort, containerPort);
    }

    public Lab publish(String address, int hostPort, int containerPort) {
        Container c = last();
        List<PortBinding> ports = new ArrayList<>(c.ports());
        ports.add(new PortBinding(address, hostPort, Port.tcp(containerPort)));
        return replace(c, c.state(), c.endpoints(), ports, c.listening());
    }

    public Lab publish(PortBinding binding) {
        Container c = last();
        List<PortBinding> ports = new ArrayList<>(c.ports());
        ports.add(binding);
        return replace(c, c.state(), c.endpoints(), ports, c.listening());
    }

    public Lab listening(Integer... ports) {
        Container c = last();
        List<Port> listening = new ArrayList<>(c.listening());
        Arrays.stream(ports).map(Port::tcp).forEach(listening::add);
        return replace(c, c.state(), c.endpoints(), c.ports(), listening);
    }

    public Lab state(String state) {
        Container c = last();
        List<Endpoint> endpoints = c.endpoints().stream()
                .map(e -> state.equals("exited")
                        ? new Endpoint(
                                "",
                                e.networkId(),
                                e.network(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of())
                        : e)
                .toList();
        return replace(c, state, endpoints, state.equals("exited") ? List.of() : c.ports(), c.listening());
    }

    /** What a look into the last container's namespace says of its interfaces. */
    public Lab looked(boolean up, boolean addressed) {
        Container c = last();
        List<Endpoint> seen = c.endpoints().stream()
                .map(e -> e.seenAs(new LinkState(up, addressed)))
                .toList();
        return replace(c, c.state(), seen, c.ports(), c.listening());
    }

    /** The last container runs another command. */
    public Lab command(String command) {
        Container c = last();
        containers.set(
                containers.indexOf(c),
                new Container(
                        c.id(),
                        c.name(),
                        c.image(),
                        c.state(),
                        c.status(),
                        c.created(),
                        command,
                        c.mode(),
                        c.endpoints(),
                        c.ports(),
                        c.listening(),
                        c.labels()));
        return this;
    }

    /** Gives the last container an IPv6 address on its first network. */
    public Lab six(String address) {
        Container c = last();
        List<Endpoint> endpoints = new ArrayList<>(c.endpoints());
        Endpoint e = endpoints.get(0);
        endpoints.set(
                0,
                new Endpoint(
                        e.id(),
                        e.networkId(),
                        e.network(),
                        e.address(),
                        Optional.of(address),
                        e.gateway(),
                        e.mac(),
                        e.interfaceName(),
                        e.aliases()));
        return replace(c, c.state(), endpoints, c.ports(), c.listening());
    }

    public Lab connect(String container, String network, String address) {
        return select(container, c -> {
            List<Endpoint> endpoints = new ArrayList<>(c.endpoints());
            Network joined = networks.stream()
                    .filter(n -> n.name().equals(network))
                    .findFirst()
                    .orElseThrow();
            endpoints.add(Endpoint.of(joined, address, "eth" + endpoints.size()));
            replace(c, c.state(), endpoints, c.ports(), c.listening());
        });
    }

    public Lab disconnect(String container, String network) {
        return select(
                container,
                c -> replace(
                        c,
                        c.state(),
                        c.endpoints().stream()
                                .filter(e -> !e.network().equals(network))
                                .toList(),
                        c.ports(),
                        c.listening()));
    }

    public Lab remove(String container) {
        containers.removeIf(c -> c.name().equals(container));
        return this;
    }

    public Lab removeNetwork(String network) {
        networks.removeIf(n -> n.name().equals(network));
        return this;
    }

    private Lab select(String container, java.util.function.Consumer<Container> change) {
        change.accept(containers.stream()
                .filter(c -> c.name().equals(container))
                .findFirst()
                .orElseThrow());
        return this;
    }

    private Container last() {
        return containers.get(containers.size() - 1);
    }

    private Lab replace(
            Container c, String state, List<Endpoint> endpoints, List<PortBinding> ports, List<Port> listening) {
        containers.set(
                containers.indexOf(c),
                new Container(
                        c.id(),
                        c.name(),
                        c.image(),
                        state,
                        c.status(),
                        c.created(),
                        c.command(),
                        c.mode(),
                        endpoints,
                        ports,
                        listening,
                        c.labels()));
        return this;
    }

    public Snapshot snapshot() {
        return new Snapshot(new Host("lab", version, "1.41"), networks, containers);
    }

    private static String id(String seed) {
        StringBuilder id = new StringBuilder();
        for (Random random = new Random(seed.hashCode()); id.length() < 64; ) {
            id.append(Integer.toHexString(random.nextInt(16)));
        }
        return id.toString();
    }
}
