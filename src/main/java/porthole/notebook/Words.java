package porthole.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.engine.Cluster;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.flag.All;
import porthole.lesson.ByHand;
import porthole.lesson.Chapter;
import porthole.lesson.exercise.Sheet;
import porthole.lesson.exercise.Verification;
import porthole.lesson.question.LearnerPrediction;
import porthole.lesson.question.QuizResult;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.IpFamily;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Port;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.picture.ClusterPicture;
import porthole.picture.FramesPicture;
import porthole.picture.JourneyPicture;
import porthole.picture.MatrixPicture;
import porthole.picture.PacketPicture;
import porthole.picture.Picture;
import porthole.picture.PrefixPicture;
import porthole.picture.RoutePicture;
import porthole.probe.Ping;
import porthole.probe.Probe;
import porthole.probe.who.Answerer;
import porthole.probe.why.Ladder;
import porthole.probe.wiring.LinuxCommands;
import porthole.probe.wiring.Trace;
import porthole.probe.wiring.Wiring;
import porthole.topology.Change;
import porthole.topology.ClusterTopology;
import porthole.topology.PrefixComparison;
import porthole.topology.Topology;
import porthole.topology.TopologyNames;

/**
 * The Docker words that every cell can use without an import: {@code docker}, {@code topology()},
 * {@code why("a", "b:80")} and so on. The class, and with it the connection to the engine, is loaded when a cell first
 * uses one of them.
 *
 * <p>A method that asks the engine throws {@link EngineException} if no engine answers, if the engine refuses, or if
 * the cell is interrupted. Its message is one sentence in the reader's language: what was asked, what exists, what to
 * do next.
 */
public final class Words {
    /**
     * The Docker engine of this notebook, with the command line's words: {@code docker.network.ls()},
     * {@code docker.run("nginx")}. It is the engine that the {@code docker} program would use ({@code DOCKER_HOST}, the
     * Docker context, else the local socket).
     */
    public static final Docker docker = SharedEngine.open();

    /** The flag {@code --all} as an argument: {@code docker.ps(all)} lists the containers that do not run, too. */
    public static final All all = All.ALL;

    /**
     * Everything that this notebook has made on the engine, and its reader's predictions: {@code lab.reset()} removes
     * all of it.
     */
    public static final Lab lab = new Lab(docker);

    /** The port in a URL of the host itself, for which {@code chapter(…).ready("81=8081")} may have chosen another. */
    private static final Pattern PORT = Pattern.compile("^((?:http://)?(?:localhost|127\\.0\\.0\\.1):)(\\d{1,5})");

    private static final Sentences SENTENCES = Sentences.of(Words.class);
    private static final Probe PROBE = new Probe(docker);

    private Words() {}

    /**
     * Draws the networks and running containers of the engine as they are now.
     *
     * @return the picture, with a text and a table that say the same; it does not change later
     * @throws EngineException if no engine answers
     */
    public static Picture topology() {
        return topology(new String[0]);
    }

    /**
     * Draws a part of the networks and containers: a network is shown with its containers, a container with its
     * networks. A container that does not run is shown if it is named.
     *
     * @param names names of networks and containers, or beginnings of their ids; none draws all, as {@link #topology()}
     * @return the picture as of now
     * @throws IllegalArgumentException if a name is neither a network's nor a container's; the message suggests the
     *     nearest name
     * @throws EngineException if no engine answers
     */
    public static Picture topology(String... names) {
        Snapshot now = PROBE.looked(docker.snapshot());
        return shown(Picture.of(Topology.of(now, Arrays.asList(names))), now);
    }

    /**
     * Runs an action and draws the networks before and after it in one picture, in which what came and what went are
     * marked.
     *
     * @param action what to do, as in {@code () -> docker.run("nginx")}
     * @return the picture; it also shows the last docker command that the action ran
     * @throws EngineException if no engine answers before or after the action
     * @throws Exception what {@code action} throws; then there is no picture
     */
    public static Picture change(Action action) throws Exception {
        Topology before = Topology.of(PROBE.looked(docker.snapshot()));
        String command = SharedEngine.commandOf(action);
        Snapshot after = PROBE.looked(docker.snapshot());
        return shown(Picture.of(Change.between(before, Topology.of(after)), command), after);
    }

    /** With what the engine knows beyond the snapshot: whose a container is, and its cables when they are asked for. */
    private static Picture shown(Picture picture, Snapshot snapshot) {
        Set<String> others = snapshot.containers().stream()
                .filter(c -> !docker.made(c))
                .map(Container::id)
                .collect(Collectors.toSet());
        boolean mixed = others.size() < snapshot.containers().size();
        return lab.kept().of(picture.withOthers(mixed ? others : Set.of()).withVeths(PROBE::cableEnds));
    }

    /**
     * Starts several hosts on this machine, each with an engine, data and addresses of its own, all in one swarm. They
     * run in network namespaces if the engine is local and this user may make them (root, dockerd and iproute2), else
     * in containers. A cluster that this notebook started before is ended first; {@code lab.reset()} ends this one.
     *
     * @param hosts how many, 2 to 7; they are called "host1", "host2"…, and {@code hosts.get(0)} is the
     *     manager
     * @return the cluster, when all hosts are in the swarm (waits at most 40 seconds for the engines)
     * @throws EngineException if {@code hosts} is out of range, memory is short (250 MB are needed for each host), or a
     *     host does not start
     */
    public static Cluster cluster(int hosts) {
        return lab.started(docker.cluster(hosts));
    }

    /**
     * Starts several hosts as {@link #cluster(int)} does, in the kind of isolation that is asked for.
     *
     * @param hosts how many, 2 to 7
     * @param kind {@code "containers"} or {@code "namespaces"} (network namespaces: faster, needs root on Linux,
     *     dockerd and iproute2)
     * @return the cluster, when all hosts are in the swarm
     * @throws EngineException if {@code kind} is neither, is not possible on this machine (what is missing is named),
     *     or for one of the reasons of {@link #cluster(int)}
     */
    public static Cluster cluster(int hosts, String kind) {
        return lab.started(docker.cluster(hosts, kind));
    }

    /**
     * Makes a cluster of engines that exist already. Those that are in no swarm join the swarm of the first, and leave
     * it when the cluster ends.
     *
     * @param engines two or more, each a Docker context or an address ({@code "ctx-a"}, {@code "tcp://10.0.0.5:2376"},
     *     {@code "ssh://me@lab"}), the manager first
     * @return the cluster; its hosts have the names given here
     * @throws EngineException if there are fewer than two, one does not answer, the first is a worker, or one is in
     *     another swarm
     */
    public static Cluster cluster(String... engines) {
        return lab.started(docker.cluster(engines));
    }

    /**
     * Draws several hosts as they are now: side by side or, if that is not clear, one under the other, with the overlay
     * networks across them and the network between the hosts (the underlay).
     *
     * @param hosts a cluster, as {@code cluster(2)} returns it
     * @return the picture
     * @throws EngineException if a host does not answer
     */
    public static ClusterPicture topology(Cluster hosts) {
        Underlay underlay = new Underlay(hosts.underlay(), hosts.addresses());
        return lab.kept().of(ClusterPicture.of(ClusterTopology.of(hosts.names(), hosts.snapshots(), underlay)));
    }

    /**
     * Runs an action while tcpdump listens between the hosts, and shows the VXLAN packets (RFC 7348) that passed
     * between them meanwhile.
     *
     * @param hosts a cluster, as {@code cluster(2)} returns it
     * @param action what to do, as in {@code () -> hosts.get(0).exec("client", "curl web")}
     * @return the packets in the order in which they passed; none if nothing crossed an overlay
     * @throws EngineException if a host does not answer, or tcpdump does not begin to listen
     * @throws Exception what {@code action} throws
     */
    public static PacketPicture capture(Cluster hosts, Action action) throws Exception {
        return PacketPicture.of(hosts.capture(() -> {
            action.run();
            return action;
        }));
    }

    /**
     * Runs an action while tcpdump listens at each interface of a container, and shows the Ethernet frames that it sent
     * and received meanwhile: one of them with what is inside it (frame, packet, ports, text), and the first as arrows
     * between the parties. IPv6's neighbour discovery is left out. The container itself needs no program for this.
     *
     * @param container the container's name or id; one that uses the host's interfaces is refused
     * @param action what to do, as in {@code () -> docker.exec("test", "curl -s web")}
     * @return the frames in the order in which they passed; none if nothing passed
     * @throws EngineException if there is no such container, it does not run, it uses the host's interfaces, or tcpdump
     *     does not begin to listen
     * @throws Exception what {@code action} throws
     */
    public static FramesPicture capture(String container, Action action) throws Exception {
        return FramesPicture.of(PROBE.frames(container, () -> {
            action.run();
            return action;
        }));
    }

    /**
     * Asks the Linux of a container which of its routes takes a packet ({@code ip route get}), and shows all its routes
     * with the one that is taken: directly to a neighbour, through a gateway, or none.
     *
     * @param from a container's name, or {@code host} for the engine's machine
     * @param target an IPv4 address in numbers, or the name of a container that is on one network
     * @return the routes as a picture and a table
     * @throws EngineException if there is no container {@code from}, it does not run, or {@code target} is neither an
     *     IPv4 address nor a container with one
     */
    public static RoutePicture route(String from, String target) {
        return RoutePicture.of(PROBE.route(from, numbers(target)));
    }

    /**
     * Shows an IPv4 address with its prefix as 32 bits, the range of addresses that have the same prefix, and for each
     * other address whether it is one of them: {@code prefix("10.60.0.3/24", "10.60.0.77", "10.60.1.77")}.
     *
     * @param address an IPv4 address with its prefix length, as in {@code 10.60.0.3/24}; or the name of a container that
     *     is on one network
     * @param others IPv4 addresses in numbers, or names of containers that are on one network
     * @return the bits as a picture and a text
     * @throws EngineException if something is neither an IPv4 address nor a container with one, or the prefix length is
     *     not 0 to 32
     */
    public static PrefixPicture prefix(String address, String... others) {
        String cidr = address.contains("/") ? address : address(address) + "/" + prefixLength(address);
        String[] parts = cidr.split("/", -1);
        if (parts.length != 2 || !PrefixComparison.isAddress(parts[0]) || !parts[1].matches("[0-9]|[12][0-9]|3[0-2]")) {
            throw new EngineException(SENTENCES.say("prefix.address", address));
        }
        List<String> compared = Arrays.stream(others).map(Words::numbers).toList();
        return PrefixPicture.of(new PrefixComparison(parts[0], Integer.parseInt(parts[1]), compared));
    }

    /** Of the subnet of the one network that the container is on. */
    private static int prefixLength(String container) {
        Snapshot snapshot = docker.snapshot();
        return container(container).endpoints().stream()
                .flatMap(e -> snapshot.network(e.network()).stream())
                .flatMap(n -> n.pool().stream())
                .map(pool -> pool.subnet().prefixLength())
                .findFirst()
                .orElseThrow(() -> new EngineException(SENTENCES.say("prefix.address", container)));
    }

    /** An IPv4 address: as it is, or a container's. */
    private static String numbers(String target) {
        if (PrefixComparison.isAddress(target)) {
            return target;
        }
        if (target.matches("[0-9.]+") || target.contains(":") || target.contains("/")) {
            throw new EngineException(SENTENCES.say("prefix.numbers", target));
        }
        return address(target);
    }

    /**
     * Requests a URL from the machine that the kernel runs on, as the program curl does there: HTTP GET,
     * redirects are not followed, at most 3 seconds to connect and 3 to answer. If a container that is younger than 3
     * seconds has published the port, the request is repeated until its server listens. A port that
     * {@code chapter(…).ready("81=8081")} replaced is replaced here, too.
     *
     * @param url as in {@code localhost:81} or {@code http://172.17.0.2/page}; without a scheme, {@code http://} is
     *     meant
     * @return the page; if no answer came, the reason, which is a value and not an exception
     * @throws IllegalArgumentException if {@code url} is not a valid URL
     * @throws InterruptedException if the cell is interrupted
     */
    public static Page curl(String url) throws InterruptedException {
        String asked = moved(url);
        return Page.read(
                asked,
                docker.machine()
                        .<InterruptedException>ofMachine(
                                "curl " + asked, () -> page(asked).written()));
    }

    /** A server that has only just been started is given the moment that it needs. */
    private static Page page(String asked) throws InterruptedException {
        Matcher port = PORT.matcher(asked);
        Page page = Page.of(asked);
        while (!page.answered() && port.find(0) && StartupGrace.listensSoon(docker, Integer.parseInt(port.group(2)))) {
            page = Page.of(asked);
        }
        return page;
    }

    private static String moved(String url) {
        return PORT.matcher(url).replaceFirst(m -> m.group(1) + docker.hostPort(Integer.parseInt(m.group(2))));
    }

    /**
     * Tests every condition for a call to arrive, in the order in which the call meets them, and reports the first that
     * does not hold and how to fix it.
     *
     * @param from the caller: a container's name, or {@code host} for the engine's machine
     * @param target what is called, as curl takes it: {@code web}, {@code web:80}, {@code 172.17.0.2:80},
     *     {@code [fd00::2]:80}, {@code localhost:81}; {@code web:53/udp} for a UDP port
     * @return the conditions with what was seen, the verdict and, if one is known, the command that fixes it
     * @throws EngineException if there is no container {@code from}, or {@code target} is not a valid target
     */
    public static Ladder why(String from, String target) {
        return lab.kept().of(measured(from, target));
    }

    /** As {@link #why(String, String)}, for those who measure and show it to nobody. */
    static Ladder measured(String from, String target) {
        return PROBE.why(from, moved(target));
    }

    /**
     * Tests every condition for a call to arrive as {@link #why(String, String)} does, across the hosts of a cluster.
     *
     * @param hosts a cluster, as {@code cluster(2)} returns it
     * @param from the caller: a container ({@code client}, or {@code client@host2} if several hosts have one of that
     *     name), or a host's name
     * @param target what is called: {@code web:80} or {@code web@host1:80}; a host's name means its address between the
     *     hosts
     * @return the conditions, the verdict and, if one is known, the command that fixes it
     * @throws EngineException if a container or host is unknown, a name is on several hosts, or {@code target} is not a
     *     valid target
     */
    public static Ladder why(Cluster hosts, String from, String target) {
        return lab.kept().of(Probe.why(hosts, from, target));
    }

    /**
     * Finds out which container answers at an address, seen from the kernel's own machine. A few connections are opened
     * and held, and the namespace in which they appear is the answerer's; for UDP, datagrams are sent and counted.
     *
     * @param target as in {@code localhost:81}, {@code 172.17.0.2:80} or {@code localhost:53/udp}; port 80 if none is
     *     given
     * @return who answers and what was counted; its container is empty if none of this engine's answers
     * @throws EngineException if {@code target} is not a valid target
     */
    public static Answerer who(String target) {
        return PROBE.who(moved(target));
    }

    /**
     * Measures who reaches whom, and compares each result with what the topology predicts: all running containers, the
     * host and the published ports; by name, by an echo to each IPv4 and IPv6 address, and at each port that is
     * exposed, published or listened on. With more than 30 containers, those that are connected alike are measured
     * once.
     *
     * @return the measured matrix as a picture, a table and JSON
     * @throws EngineException if fewer than two containers run
     */
    public static MatrixPicture matrix() {
        return lab.kept().of(MatrixPicture.of(PROBE.matrix()));
    }

    /**
     * Measures who reaches whom as {@link #matrix()} does, among these containers only.
     *
     * @param containers names of containers, and {@code host} to include the engine's machine
     * @return the measured matrix as a picture, a table and JSON
     * @throws EngineException if a container is unknown, or fewer than two are left
     */
    public static MatrixPicture matrix(String... containers) {
        return lab.kept().of(MatrixPicture.of(PROBE.matrix(containers)));
    }

    /**
     * Measures who reaches whom as {@link #matrix()} does, at these TCP ports instead of the ports in use.
     *
     * @param port 1 to 65535
     * @param ports further ones, each 1 to 65535
     * @return the measured matrix as a picture, a table and JSON
     * @throws EngineException if a port is out of range, or fewer than two containers run
     */
    public static MatrixPicture matrix(int port, int... ports) {
        return lab.kept().of(MatrixPicture.of(PROBE.matrix(List.of(), ports(port, ports))));
    }

    /**
     * Measures who reaches whom among these containers, at these TCP ports:
     * {@code matrix(List.of("web", "db"), 80, 5432)}.
     *
     * @param containers names of containers, and {@code host} to include the engine's machine
     * @param port 1 to 65535
     * @param ports further ones, each 1 to 65535
     * @return the measured matrix as a picture, a table and JSON
     * @throws EngineException if a container is unknown, fewer than two are left, or a port is out of range
     */
    public static MatrixPicture matrix(List<String> containers, int port, int... ports) {
        return lab.kept().of(MatrixPicture.of(PROBE.matrix(containers, ports(port, ports))));
    }

    /**
     * Measures who reaches whom across a cluster, and compares it with the prediction. Containers are called
     * {@code web@host1}, hosts by their names, published ports {@code host1:8080}. Between hosts, names and the
     * addresses on overlays that both are on are tried.
     *
     * @param hosts a cluster, as {@code cluster(2)} returns it
     * @return the measured matrix as a picture, a table and JSON
     * @throws EngineException if a host does not answer
     */
    public static MatrixPicture matrix(Cluster hosts) {
        return lab.kept().of(MatrixPicture.of(Probe.matrix(hosts, List.of())));
    }

    /**
     * Measures who reaches whom across a cluster as {@link #matrix(Cluster)} does, at these TCP ports instead of the
     * ports in use.
     *
     * @param hosts a cluster, as {@code cluster(2)} returns it
     * @param port 1 to 65535
     * @param ports further ones, each 1 to 65535
     * @return the measured matrix as a picture, a table and JSON
     * @throws EngineException if a host does not answer, or a port is out of range
     */
    public static MatrixPicture matrix(Cluster hosts, int port, int... ports) {
        return lab.kept().of(MatrixPicture.of(Probe.matrix(hosts, ports(port, ports))));
    }

    private static List<Port> ports(int port, int... ports) {
        return IntStream.concat(IntStream.of(port), IntStream.of(ports))
                .distinct()
                .mapToObj(number -> {
                    if (number < 1 || number > 65535) {
                        throw new EngineException(SENTENCES.say("matrix.port", String.valueOf(number)));
                    }
                    return Port.tcp(number);
                })
                .toList();
    }

    /**
     * Sends three ICMP echo requests from a container's network namespace, 0.2 seconds apart, and waits 1 second for
     * each answer. The container itself needs no {@code ping} program.
     *
     * @param from a container's name, or {@code host} for the engine's machine
     * @param target a name or an address; a port after it is ignored
     * @return what came back, and after how many milliseconds
     * @throws EngineException if there is no container {@code from}, it does not run, or {@code target} is not a valid
     *     target
     */
    public static Ping ping(String from, String target) {
        return PROBE.ping(from, target);
    }

    /**
     * Follows the way of a packet from station to station: interface, cable, bridge, address translation; then sends an
     * echo request to see whether an answer comes back.
     *
     * @param from a container's name, or {@code host} for the engine's machine
     * @param target as in {@code web:80}, {@code 172.17.0.2} or {@code localhost:81}
     * @return the stations in order, and how long the echo took
     * @throws EngineException if there is no container {@code from}, it does not run, or {@code target} resolves to no
     *     address
     */
    public static Trace trace(String from, String target) {
        return PROBE.trace(from, target);
    }

    /**
     * Makes one real call over TCP and shows the way that it takes: tcpdump listens in the network namespaces of caller,
     * host and called, the counters of rules are read before and after, and the request carries a mark that tells it
     * from all others. Each station is shown with its addresses and ports and with what was seen there, the last with
     * the address that the server sees. What was not seen is not shown; what could not be observed is named.
     *
     * @param from the caller: a container's name, or {@code host} for the engine's machine
     * @param target what is called: {@code web:80}, {@code 172.17.0.2:80}, {@code localhost:81}; port 80 if none is
     *     given
     * @return the way as a film with a stepper, a strip of steps, a text and a table
     * @throws EngineException if there is no container {@code from}, it does not run, or {@code target} is not a valid
     *     target or means UDP
     */
    public static JourneyPicture journey(String from, String target) {
        return JourneyPicture.of(PROBE.journey(from, moved(target)));
    }

    /**
     * Makes one real call across the hosts of a cluster and shows the way that it takes, as
     * {@link #journey(String, String)} does on one engine.
     *
     * @param hosts a cluster, as {@code cluster(2)} returns it
     * @param from the caller: a container ({@code client}, or {@code client@host2} if several hosts have one of that
     *     name), or a host's name
     * @param target what is called, as the caller itself says it: {@code web:80}; a host's name means its address
     *     between the hosts
     * @return the way as a film with a stepper, a strip of steps, a text and a table
     * @throws EngineException if a container or host is unknown, a name is on several hosts, or {@code target} is not a
     *     valid target or means UDP
     */
    public static JourneyPicture journey(Cluster hosts, String from, String target) {
        return JourneyPicture.of(Probe.journey(hosts, from, target));
    }

    /**
     * Shows the Linux side of a network or a container: the veth cables with both their ends, the bridge, and the NAT
     * rules that concern them.
     *
     * @param name a network's or a container's name; the container is taken if both have it
     * @return the cables and the rules
     * @throws EngineException if nothing has that name, the container does not run or uses the host's interfaces, or
     *     the network has no cables
     */
    public static Wiring wiring(String name) {
        return PROBE.wiring(name);
    }

    /**
     * Writes the commands ({@code ip}, {@code iptables}, {@code sysctl}) that would build a network and connect its
     * running containers on Linux without Docker. Nothing is run.
     *
     * @param network the name of a network of driver {@code bridge}
     * @return the commands, to be typed as root
     * @throws EngineException if there is no such network, its driver is another one, or it has no IPv4 range
     */
    public static LinuxCommands asLinux(String network) {
        return PROBE.asLinux(network);
    }

    /**
     * Gives the IPv4 address of a container that is on one network.
     *
     * @param container the container's name or id
     * @return the address in numbers, without a prefix length: {@code 172.17.0.2}
     * @throws EngineException if there is no such container, it is on several networks, does not run, or has no IPv4
     *     address of its own
     */
    public static String address(String container) {
        return address(container, IpFamily.IPV4);
    }

    /**
     * Gives the IPv4 address of a container on one of its networks.
     *
     * @param container the container's name or id
     * @param network the network's name
     * @return the address in numbers, without a prefix length: {@code 10.9.0.2}
     * @throws EngineException if there is no such container, it is not on that network, does not run, or has no IPv4
     *     address there
     */
    public static String address(String container, String network) {
        return address(container, network, IpFamily.IPV4);
    }

    /**
     * Gives the address of a container that is on one network: {@code address("web", IPV6)}.
     *
     * @param container the container's name or id
     * @param family {@code IPV4} or {@code IPV6}
     * @return the address in numbers, without a prefix length; IPv6 as RFC 5952 writes it ({@code fd00::2})
     * @throws EngineException if there is no such container, it is on several networks, does not run, or has no address
     *     of that family
     */
    public static String address(String container, IpFamily family) {
        return ContainerAddress.of(container(container), family);
    }

    /**
     * Gives the address of a container on one of its networks: {@code address("web", "shop", IPV6)}.
     *
     * @param container the container's name or id
     * @param network the network's name
     * @param family {@code IPV4} or {@code IPV6}
     * @return the address in numbers, without a prefix length; IPv6 as RFC 5952 writes it ({@code fd00::2})
     * @throws EngineException if there is no such container, it is not on that network, does not run, or has no address
     *     of that family there
     */
    public static String address(String container, String network, IpFamily family) {
        return ContainerAddress.of(container(container), network, family);
    }

    /**
     * Gives the names of the networks that a container is connected to.
     *
     * @param container the container's name or id
     * @return the names; none for a container that uses {@code host}, {@code none} or another container's network
     * @throws EngineException if there is no such container
     */
    public static List<String> networks(String container) {
        return container(container).endpoints().stream().map(Endpoint::network).toList();
    }

    /**
     * Gives the IPv4 address through which a network's members leave it. On a bridge network it is the host's own
     * address on the bridge.
     *
     * @param network the network's name or id
     * @return the address in numbers: {@code 172.17.0.1}
     * @throws EngineException if there is no such network, or it has no gateway ({@code host} and {@code none} have
     *     none)
     */
    public static String gateway(String network) {
        docker.network.get(network);
        return docker.snapshot()
                .network(network)
                .flatMap(Network::pool)
                .flatMap(Pool::gateway)
                .orElseThrow(() -> new EngineException(SENTENCES.say("gateway.none", network)));
    }

    /**
     * Opens a lesson; {@code chapter("5.2.2").ready()} then brings the engine to the state from which the lesson
     * starts. Lessons are looked for in {@code lesson.yaml} and each {@code *.lesson.yaml} of the notebook's folder,
     * then of each folder above it.
     *
     * @param lesson the lesson's name, as its file gives it
     * @return the lesson; nothing is done on the engine yet
     * @throws porthole.lesson.file.LessonException if there is no lesson of that name, or its file has a mistake (the
     *     line is named)
     */
    public static Chapter chapter(String lesson) {
        return Chapter.of(lesson, lab.lessons(), docker, lab::reset, line -> SharedEngine.inScene(docker, line));
    }

    /**
     * Asks the reader what will happen, before it does; {@link #check(String, Callable)} compares later. Enter skips
     * the question. Without anyone to ask, as in a run without a browser, it does not wait.
     *
     * @param question a lesson's question by its name, or any question in words
     * @param choices at least two; none for a lesson's question, which has its own
     * @return the question, and the choice that was predicted, if any
     * @throws IllegalArgumentException if there are fewer than two choices, or no lesson has a question of that name
     * @throws porthole.lesson.file.LessonException if a choice is not one of the lesson's question
     * @throws InterruptedException if the cell is interrupted
     */
    public static LearnerPrediction predict(String question, String... choices) throws InterruptedException {
        return lab.asking().predict(question, choices);
    }

    /**
     * Measures what is true now, and compares it with what was predicted. A question that was never asked and that no
     * lesson has is a claim that must be true.
     *
     * @param question as in {@link #predict(String, String...)}; for a claim, a sentence that ought to be true
     * @param answer gives the choice that is true now, by name or in words; {@code true} and {@code false} also mean
     *     the choices {@code yes} and {@code no}
     * @return the question with the prediction and the answer
     * @throws porthole.lesson.file.LessonException if the answer is none of the choices, or a claim is not true
     * @throws Exception what {@code answer} throws
     */
    public static LearnerPrediction check(String question, Callable<?> answer) throws Exception {
        LearnerPrediction checked = lab.asking().check(question, answer);
        lab.kept().show();
        return checked;
    }

    /**
     * Measures a lesson's question as the lesson's file says, and compares the result with what was predicted. The
     * first choice whose condition holds is the answer.
     *
     * @param question the question's name in the lesson
     * @return the question with the prediction and the answer
     * @throws IllegalArgumentException if no lesson has a question of that name
     * @throws porthole.lesson.file.LessonException if the file does not say how it is measured, or none of its choices
     *     holds
     * @throws Exception what measuring throws
     */
    public static LearnerPrediction check(String question) throws Exception {
        LearnerPrediction checked = lab.asking().check(question);
        lab.kept().show();
        return checked;
    }

    /**
     * Asks the reader the questions of a lesson's quiz, one after the other, before a section and again after it. At
     * the end, the result takes the place of what the cell has shown before. Enter means "I don't know yet"; {@code stop} and an interrupt end the quiz, and nothing is counted. The first attempt
     * shows the score alone and is kept; each later one shows every question with the answers of then and now, the right
     * one and its reason. Without anyone to ask, as in a run without a browser, the questions are shown with their
     * answers folded.
     *
     * @param quiz the quiz's name in the lesson
     * @return the score, and after a later attempt the gain; {@code lab.quizzes()} lists those of all quizzes
     * @throws IllegalArgumentException if no lesson has a quiz of that name
     * @throws InterruptedException if the cell is interrupted
     */
    public static QuizResult quiz(String quiz) throws InterruptedException {
        return lab.asked().take(quiz);
    }

    /**
     * Prepares the engine for a lesson's exercise, and shows the task. Run again, it prepares the engine anew.
     *
     * @param exercise the exercise's name in the lesson
     * @return the task, and how many points it is worth
     * @throws IllegalArgumentException if no lesson has an exercise of that name
     * @throws EngineException if something is in the way that this notebook did not make
     */
    public static Sheet exercise(String exercise) {
        return lab.exercises().begin(exercise);
    }

    /**
     * Measures on the network what a lesson's exercise expects, and shows each expectation as right or wrong. A wrong
     * one is a result, not an exception: it does not fail the cell.
     *
     * @param exercise the exercise's name in the lesson
     * @param measured what the lesson leaves to the cell ({@code cell} in its file), in the file's order; each gives
     *     {@code true} if it holds
     * @return each expectation with what was seen, the points, and the number of attempts
     * @throws IllegalArgumentException if no lesson has an exercise of that name
     * @throws porthole.lesson.file.LessonException if the cell gives more or fewer measurements than the lesson leaves
     *     to it
     * @throws InterruptedException if the cell is interrupted
     */
    public static Verification verify(String exercise, Callable<?>... measured) throws InterruptedException {
        return lab.exercises().verify(exercise, measured);
    }

    /**
     * Shows the next hint of a lesson's exercise, after those that were read before.
     *
     * @param exercise the exercise's name in the lesson
     * @return all hints so far; a sheet that says so if the exercise has none
     * @throws IllegalArgumentException if no lesson has an exercise of that name
     */
    public static Sheet hint(String exercise) {
        return lab.exercises().hint(exercise);
    }

    /**
     * Shows the solution of a lesson's exercise, folded until it is opened. That it was asked for is noted in the
     * reader's progress.
     *
     * @param exercise the exercise's name in the lesson
     * @return the solution; a sheet that says so if the lesson gives none
     * @throws IllegalArgumentException if no lesson has an exercise of that name
     */
    public static Sheet solution(String exercise) {
        return lab.exercises().solution(exercise);
    }

    /**
     * Starts what is needed to build a bridge's wiring by hand with {@code ip}: a container without a network (the
     * room), and one in the host's namespace with the capability NET_ADMIN (the hands). Called again, it starts afresh.
     *
     * @return the two, with the commands that run in them
     * @throws EngineException if the engine has no default bridge, or neither has nor can pull the image
     *     {@code nicolaka/netshoot}
     */
    public static ByHand byHand() {
        return lab.byHand(1);
    }

    /**
     * Starts what is needed to wire one or two containers by hand with {@code ip}: the containers without a network (the
     * rooms {@code room-a} and {@code room-b}), and one in the host's namespace with the capability NET_ADMIN (the
     * hands). Called again, it starts afresh.
     *
     * @param rooms 1 or 2
     * @return the rooms and the hands, with the commands that run in them
     * @throws EngineException if {@code rooms} is neither 1 nor 2, the engine has no default bridge, or neither has nor
     *     can pull the image {@code nicolaka/netshoot}
     */
    public static ByHand byHand(int rooms) {
        return lab.byHand(rooms);
    }

    /**
     * Sets the language of pictures, tables and sentences from now on.
     *
     * @param tag a language tag; one that begins with {@code ja} means Japanese, any other English, an empty one the
     *     language of the system
     */
    public static void language(String tag) {
        Language.use(Language.of(tag));
    }

    private static Container container(String name) {
        Snapshot snapshot = docker.snapshot();
        return snapshot.container(name)
                .orElseThrow(() -> new EngineException(TopologyNames.unknownContainer(snapshot, name)));
    }

    /** Something to do on the engine, as {@link #change(Action)} and {@link #capture(Cluster, Action)} take it. */
    @FunctionalInterface
    public interface Action {
        /**
         * Does it.
         *
         * @throws Exception any; it ends the word that was given this action
         */
        void run() throws Exception;
    }
}
