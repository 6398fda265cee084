package porthole.probe;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.PortBinding;
import porthole.network.Snapshot;
import porthole.topology.Topology;

/**
 * What one would type as root on Linux, without Docker, to build the same network.
 *
 * @param network the network's name
 * @param lines commands and comments, in order
 */
public record LinuxCommands(String network, List<String> lines) implements Displayable {
    /** The longest name that Linux gives to an interface. */
    private static final int NAME = 15;

    public LinuxCommands {
        lines = List.copyOf(lines);
    }

    static LinuxCommands of(Snapshot snapshot, Network network) {
        if (!network.driver().equals("bridge")) {
            throw Errors.sentence("linux.driver", network.name(), network.driver());
        }
        List<String> lines = new ArrayList<>();
        String bridge = device("br-", network.name());
        Pool pool = network.pool().orElseThrow(() -> Errors.sentence("linux.pool", network.name()));
        bridge(lines, bridge, pool);
        List<Container> members =
                snapshot.on(network).stream().filter(Topology::isLive).toList();
        members.forEach(c -> container(lines, c, c.endpoint(network.name()).orElseThrow(), bridge, network, pool));
        rules(lines, bridge, network, pool);
        members.forEach(c -> published(lines, c, c.endpoint(network.name()).orElseThrow(), bridge));
        return new LinuxCommands(network.name(), lines);
    }

    private static String say(String key, Object... parts) {
        return "# " + Errors.SENTENCES.say(key, parts);
    }

    private static void bridge(List<String> lines, String bridge, Pool pool) {
        lines.add(say("linux.bridge"));
        lines.add("ip link add " + bridge + " type bridge");
        pool.gateway()
                .ifPresent(
                        g -> lines.add("ip addr add " + g + "/" + pool.subnet().prefixLength() + " dev " + bridge));
        lines.add("ip link set " + bridge + " up");
    }

    private static void container(
            List<String> lines, Container container, Endpoint endpoint, String bridge, Network network, Pool pool) {
        String name = container.name();
        String eth = endpoint.interfaceName().orElse("eth0");
        String veth = device("v-", name);
        lines.add(say("linux.container", name));
        lines.add("ip netns add " + name);
        lines.add("ip -n " + name + " link set lo up");
        lines.add("ip link add " + veth + " type veth peer name " + eth + " netns " + name);
        lines.add("ip link set " + veth + " master " + bridge + " up");
        endpoint.address()
                .ifPresent(a -> lines.add(
                        "ip -n " + name + " addr add " + a + "/" + pool.subnet().prefixLength() + " dev " + eth));
        lines.add("ip -n " + name + " link set " + eth + " up");
        if (!network.internal()) {
            pool.gateway().ifPresent(g -> lines.add("ip -n " + name + " route add default via " + g));
        }
    }

    private static void rules(List<String> lines, String bridge, Network network, Pool pool) {
        String subnet = pool.subnet().toString();
        if (network.internal()) {
            lines.add(say("linux.internal"));
            lines.add("iptables -A FORWARD -o " + bridge + " ! -s " + subnet + " -j DROP");
            lines.add("iptables -A FORWARD -i " + bridge + " ! -d " + subnet + " -j DROP");
        } else {
            lines.add(say("linux.out"));
            lines.add("sysctl -w net.ipv4.ip_forward=1");
            lines.add("iptables -t nat -A POSTROUTING -s " + subnet + " ! -o " + bridge + " -j MASQUERADE");
        }
        if ("false".equals(network.options().get("com.docker.network.bridge.enable_icc"))) {
            lines.add(say("linux.forbidden"));
            lines.add("iptables -A FORWARD -i " + bridge + " -o " + bridge + " -j DROP");
        }
    }

    private static void published(List<String> lines, Container container, Endpoint endpoint, String bridge) {
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
        }
    }

    private static String device(String prefix, String name) {
        String whole = prefix + name;
        return whole.length() <= NAME
                ? whole
                : whole.substring(0, NAME - 4) + String.format(java.util.Locale.ROOT, "%04x", name.hashCode() & 0xffff);
    }

    /** The lines as one script. */
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
