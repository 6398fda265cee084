package porthole.probe.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.PortBinding;
import porthole.network.Snapshot;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Quoting;
import porthole.topology.Topology;

/**
 * The commands that build a bridge network on Linux without Docker, to be typed as root, under the device name that
 * the engine's own has. They are written only, not run. Two things that an engine does beside are left out, and the
 * last line says so: it isolates its bridges from one another, and answers names.
 *
 * @param network the network's name
 * @param lines commands and comments ({@code # …} in the reader's language), in order
 */
public record LinuxCommands(String network, List<String> lines) implements Displayable {
    /** The longest name that Linux gives to an interface. */
    private static final int NAME = 15;

    private static final String MTU = "com.docker.network.driver.mtu";

    public LinuxCommands {
        lines = List.copyOf(lines);
    }

    /**
     * Writes the commands for a network with the containers that run on it.
     *
     * @param snapshot what is on the engine
     * @param network a network of that snapshot, of driver {@code bridge}
     * @throws porthole.engine.api.EngineException if its driver is another one, or it has no IPv4 range
     */
    public static LinuxCommands of(Snapshot snapshot, Network network) {
        if (!network.driver().equals("bridge")) {
            throw ProbeSentences.sentence("linux.driver", network.name(), network.driver());
        }
        List<String> lines = new ArrayList<>();
        String bridge = network.device().orElseThrow();
        Pool pool = network.pool().orElseThrow(() -> ProbeSentences.sentence("linux.pool", network.name()));
        bridge(lines, bridge, network);
        List<Container> members =
                snapshot.on(network).stream().filter(Topology::isLive).toList();
        members.forEach(c -> container(lines, c, c.endpoint(network.name()).orElseThrow(), bridge, network));
        rules(lines, bridge, network, pool);
        members.forEach(c -> published(lines, c, c.endpoint(network.name()).orElseThrow(), bridge));
        lines.add(say("linux.more"));
        return new LinuxCommands(network.name(), lines);
    }

    private static String say(String key, Object... parts) {
        return "# " + ProbeSentences.SENTENCES.say(key, parts);
    }

    /** The longest packet, where the network was made with one of its own. */
    private static String mtu(Network network) {
        return Optional.ofNullable(network.options().get(MTU))
                .map(bytes -> " mtu " + Quoting.shell(bytes))
                .orElse("");
    }

    private static void bridge(List<String> lines, String bridge, Network network) {
        lines.add(say("linux.bridge"));
        lines.add("ip link add " + Quoting.shell(bridge) + mtu(network) + " type bridge");
        for (Pool pool : network.pools()) {
            pool.gateway()
                    .ifPresent(g -> lines.add(
                            "ip addr add " + g + "/" + pool.subnet().prefixLength() + " dev " + Quoting.shell(bridge)));
        }
        lines.add("ip link set " + Quoting.shell(bridge) + " up");
    }

    private static void container(
            List<String> lines, Container container, Endpoint endpoint, String bridge, Network network) {
        String name = Quoting.shell(container.name());
        String eth = endpoint.interfaceName().orElse("eth0");
        String veth = device("v-", container.name());
        lines.add(say("linux.container", container.name()));
        lines.add("ip netns add " + name);
        lines.add("ip -n " + name + " link set lo up");
        lines.add(
                "ip link add " + veth + mtu(network) + " type veth peer name " + eth + mtu(network) + " netns " + name);
        lines.add("ip link set " + veth + " master " + Quoting.shell(bridge) + " up");
        for (Pool pool : network.pools()) {
            address(endpoint, pool)
                    .ifPresent(a -> lines.add("ip -n " + name + " addr add " + a + "/"
                            + pool.subnet().prefixLength() + " dev " + eth));
        }
        lines.add("ip -n " + name + " link set " + eth + " up");
        for (Pool pool : network.pools()) {
            if (!network.internal() && address(endpoint, pool).isPresent()) {
                pool.gateway().ifPresent(g -> lines.add("ip -n " + name + " route add default via " + g));
            }
        }
    }

    private static Optional<String> address(Endpoint endpoint, Pool pool) {
        return (pool.subnet().isIPv6() ? endpoint.address6() : endpoint.address()).filter(pool.subnet()::contains);
    }

    private static void rules(List<String> lines, String device, Network network, Pool pool) {
        String bridge = Quoting.shell(device);
        String subnet = pool.subnet().toString();
        if (network.internal()) {
            lines.add(say("linux.internal"));
            lines.add("iptables -A FORWARD -o " + bridge + " ! -s " + subnet + " -j DROP");
            lines.add("iptables -A FORWARD -i " + bridge + " ! -d " + subnet + " -j DROP");
        } else {
            lines.add(say("linux.out"));
            lines.add("sysctl -w net.ipv4.ip_forward=1");
            if (network.pools().stream().anyMatch(p -> p.subnet().isIPv6())) {
                lines.add("sysctl -w net.ipv6.conf.all.forwarding=1");
            }
            lines.add("iptables -t nat -A POSTROUTING -s " + subnet + " ! -o " + bridge + " -j MASQUERADE");
            lines.add(say("linux.forward"));
            lines.add(say("linux.forward.rest"));
            lines.add("iptables -A FORWARD -i " + bridge + " ! -o " + bridge + " -j ACCEPT");
            lines.add("iptables -A FORWARD -o " + bridge + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
        }
        if (network.forbidsTalk()) {
            lines.add(say("linux.forbidden"));
            lines.add("iptables -A FORWARD -i " + bridge + " -o " + bridge + " -j DROP");
        } else {
            lines.add(say("linux.members"));
            lines.add("iptables -A FORWARD -i " + bridge + " -o " + bridge + " -j ACCEPT");
        }
    }

    private static void published(List<String> lines, Container container, Endpoint endpoint, String device) {
        String bridge = Quoting.shell(device);
        for (PortBinding port : container.ports()) {
            if (port.hostAddress().contains(":") || endpoint.address().isEmpty()) {
                continue;
            }
            String to = endpoint.address().get() + ":" + port.containerPort().number();
            String where =
                    port.hostAddress().equals("0.0.0.0") ? "-m addrtype --dst-type LOCAL" : "-d " + port.hostAddress();
            String match = where + " -p " + port.containerPort().protocol() + " --dport " + port.hostPort();
            lines.add(say("linux.published", port.hostPort(), container.name()));
            lines.add("iptables -t nat -A PREROUTING ! -i " + bridge + " " + match + " -j DNAT --to-destination " + to);
            lines.add("iptables -t nat -A OUTPUT ! -d 127.0.0.0/8 " + match + " -j DNAT --to-destination " + to);
            lines.add("iptables -A FORWARD -o " + bridge + " -d "
                    + endpoint.address().get() + " -p " + port.containerPort().protocol() + " --dport "
                    + port.containerPort().number() + " -j ACCEPT");
        }
    }

    private static String device(String prefix, String name) {
        String whole = prefix + name.replaceAll("[^A-Za-z0-9_.-]", "-");
        return whole.length() <= NAME
                ? whole
                : whole.substring(0, NAME - 4) + String.format(java.util.Locale.ROOT, "%04x", name.hashCode() & 0xffff);
    }

    /** Gives the lines as one shell script. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(MimeBundle.html("<pre>" + Html.escape(text()) + "</pre>", text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
