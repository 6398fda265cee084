package porthole.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.IpFamily;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Port;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.picture.ClusterPicture;
import porthole.picture.MatrixPicture;
import porthole.picture.PacketPicture;
import porthole.picture.Picture;
import porthole.probe.Ping;
import porthole.probe.Probe;
import porthole.probe.who.Answerer;
import porthole.probe.why.Ladder;
import porthole.probe.wiring.LinuxCommands;
import porthole.probe.wiring.Trace;
import porthole.probe.wiring.Wiring;
import porthole.topology.Change;
import porthole.topology.ClusterTopology;
import porthole.topology.Topology;
import porthole.topology.TopologyNames;

/** The words that every cell sees without an import. Loaded at the first of them, and the engine room with it. */
public final class Words {
    /** The engine: {@code docker.network.ls()}, {@code docker.run("nginx")}… as on the command line. */
    public static final Docker docker = SharedEngine.open();

    /** For {@code docker.ps(all)}: those that have ended, too. */
    public static final All all = All.ALL;

    /** What this notebook has made, as a whole: {@code lab.reset()}. */
    public static final Lab lab = new Lab(docker);

    /** The port in a URL of the host itself, for which {@code chapter(…).ready("81=8081")} may have chosen another. */
    private static final Pattern PORT = Pattern.compile("^((?:http://)?(?:localhost|127\\.0\\.0\\.1):)(\\d{1,5})");

    private static final Sentences SENTENCES = Sentences.of(Words.class);
    private static final Probe PROBE = new Probe(docker);

    private Words() {}

    /** The picture of the engine's networks now. */
    public static Picture topology() {
        return lab.discreet(Picture.of(Topology.of(docker.snapshot())));
    }

    /**
     * The picture of a part of them: a network brings its containers along, a container its networks.
     *
     * @param names networks and containers, by name
     * @throws IllegalArgumentException where a name is none, with the nearest that is
     */
    public static Picture topology(String... names) {
        return lab.discreet(Picture.of(Topology.of(docker.snapshot(), Arrays.asList(names))));
    }

    /**
     * Does something, and shows before and after in one picture.
     *
     * @throws Exception what {@code action} throws
     */
    public static Picture change(Action action) throws Exception {
        Topology before = Topology.of(docker.snapshot());
        String command = SharedEngine.commandOf(action);
        return lab.discreet(Picture.of(Change.between(before, Topology.of(docker.snapshot())), command));
    }

    /**
     * Several hosts on this machine, each with an engine, data and addresses of its own, joined by a swarm. Another call
     * takes the place of the former cluster; {@code lab.reset()} ends it.
     *
     * @param hosts how many, 2 to 7; {@code hosts.get(0)} is the manager
     */
    public static Cluster cluster(int hosts) {
        return docker.cluster(hosts);
    }

    /** As {@link #cluster(int)}, in {@code "containers"} or in network {@code "namespaces"}. */
    public static Cluster cluster(int hosts, String kind) {
        return docker.cluster(hosts, kind);
    }

    /** A cluster of engines that exist already, by Docker context or address, the manager first. */
    public static Cluster cluster(String... engines) {
        return docker.cluster(engines);
    }

    /** The picture of several hosts now: side by side, with the overlays through them and the underlay below. */
    public static ClusterPicture topology(Cluster hosts) {
        Underlay underlay = new Underlay(hosts.underlay(), hosts.addresses());
        return ClusterPicture.of(ClusterTopology.of(hosts.names(), hosts.snapshots(), underlay));
    }

    /**
     * Does something while tcpdump listens between the hosts, and shows the VXLAN packets that passed.
     *
     * @throws Exception what {@code action} throws
     */
    public static PacketPicture capture(Cluster hosts, Action action) throws Exception {
        return PacketPicture.of(hosts.capture(() -> {
            action.run();
            return action;
        }));
    }

    /**
     * Asks a URL from the machine that the kernel runs on, as the command curl on the host does.
     *
     * @param url such as {@code localhost:81}
     */
    public static Page curl(String url) throws InterruptedException {
        // A server that has only just been started is given the moment that it needs.
        String asked = moved(url);
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
     * Tries all that has to hold so that a call arrives, from the ground up, and says what is broken first.
     *
     * @param from a container's name, or {@code host}
     * @param target as curl takes it: {@code web:80}, {@code localhost:81}
     */
    public static Ladder why(String from, String target) {
        return PROBE.why(from, moved(target));
    }

    /** The same across a cluster: {@code why(hosts, "client", "web:80")}, {@code why(hosts, "client@host2", "web@host1")}. */
    public static Ladder why(Cluster hosts, String from, String target) {
        return Probe.why(hosts, from, target);
    }

    /** Which container answers there, and how that is known; as seen from the kernel's own machine. */
    public static Answerer who(String target) {
        return PROBE.who(moved(target));
    }

    /**
     * Who reaches whom, measured, and compared with what the topology predicts: all that run, the host, and the published
     * ports; by name, at each IPv4 and IPv6 address, and at the ports that are exposed, published or listened on.
     */
    public static MatrixPicture matrix() {
        return MatrixPicture.of(PROBE.matrix());
    }

    /** The same for these containers, and {@code host} where it is named. */
    public static MatrixPicture matrix(String... containers) {
        return MatrixPicture.of(PROBE.matrix(containers));
    }

    /** The same for all that run, at these TCP ports. */
    public static MatrixPicture matrix(int port, int... ports) {
        return MatrixPicture.of(PROBE.matrix(List.of(), ports(port, ports)));
    }

    /** The same for these containers, at these TCP ports: {@code matrix(List.of("web", "db"), 80, 5432)}. */
    public static MatrixPicture matrix(List<String> containers, int port, int... ports) {
        return MatrixPicture.of(PROBE.matrix(containers, ports(port, ports)));
    }

    /**
     * The same across a cluster: {@code web@host1}, {@code client@host2}, each host, and the published ports of each
     * ({@code host1:8080}). What is on different hosts is tried by name and on the overlays that both are on.
     */
    public static MatrixPicture matrix(Cluster hosts) {
        return MatrixPicture.of(Probe.matrix(hosts, List.of()));
    }

    /** The same across a cluster, at these TCP ports. */
    public static MatrixPicture matrix(Cluster hosts, int port, int... ports) {
        return MatrixPicture.of(Probe.matrix(hosts, ports(port, ports)));
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

    /** Three echoes from where a container stands; nothing is needed inside it. */
    public static Ping ping(String from, String target) {
        return PROBE.ping(from, target);
    }

    /** The way of a packet: interface, cable, bridge, translation. */
    public static Trace trace(String from, String target) {
        return PROBE.trace(from, target);
    }

    /** The cables of a network or a container, and the rules of address translation that concern them. */
    public static Wiring wiring(String name) {
        return PROBE.wiring(name);
    }

    /** What one would type on Linux, without Docker, to build the same network. */
    public static LinuxCommands asLinux(String network) {
        return PROBE.asLinux(network);
    }

    /** The IPv4 address of a container that is on one network. */
    public static String address(String container) {
        return address(container, IpFamily.IPV4);
    }

    /** The IPv4 address of a container on the network of that name. */
    public static String address(String container, String network) {
        return address(container, network, IpFamily.IPV4);
    }

    /** The address of a container that is on one network: {@code address("web", IPV6)}, as RFC 5952 writes it. */
    public static String address(String container, IpFamily family) {
        return ContainerAddress.of(container(container), family);
    }

    /** The address of a container on the network of that name: {@code address("web", "shop", IPV6)}. */
    public static String address(String container, String network, IpFamily family) {
        return ContainerAddress.of(container(container), network, family);
    }

    /** The names of the networks that a container is plugged into; none in host, none and {@code container:} mode. */
    public static List<String> networks(String container) {
        return container(container).endpoints().stream().map(Endpoint::network).toList();
    }

    /** The address at which a network leaves: on a bridge, the host's own on it. */
    public static String gateway(String network) {
        docker.network.get(network);
        return docker.snapshot()
                .network(network)
                .flatMap(Network::pool)
                .flatMap(Pool::gateway)
                .orElseThrow(() -> new EngineException(SENTENCES.say("gateway.none", network)));
    }

    /**
     * A lesson: {@code chapter("5.2.2").ready()} brings the engine to where it starts. It is looked for in {@code lesson.yaml}
     * and each {@code *.lesson.yaml} of the notebook's folder, then of each folder above it.
     *
     * @param lesson its name
     */
    public static Chapter chapter(String lesson) {
        return Chapter.of(lesson, lab.lessons(), docker, lab::reset, SharedEngine::inScene);
    }

    /**
     * Asks what will happen, before it does; {@link #check} compares. Enter skips a question.
     *
     * @param question a lesson's question by its name, or any in words
     * @param choices at least two; none for a lesson's question, which has its own
     */
    public static LearnerPrediction predict(String question, String... choices) throws InterruptedException {
        return lab.asking().predict(question, choices);
    }

    /**
     * Asks the engine, and compares what it says with what was predicted.
     *
     * @param question as in {@link #predict}
     * @param answer the choice that is true now
     * @throws Exception what {@code answer} throws
     */
    public static LearnerPrediction check(String question, Callable<?> answer) throws Exception {
        return lab.asking().check(question, answer);
    }

    /**
     * The same for a lesson's question whose file says how it is measured.
     *
     * @throws Exception what measuring throws
     */
    public static LearnerPrediction check(String question) throws Exception {
        return lab.asking().check(question);
    }

    /** Sets the scene of a lesson's exercise and says the task; run again, it sets the scene anew. */
    public static Sheet exercise(String exercise) {
        return lab.exercises().begin(exercise);
    }

    /**
     * Measures on the network what a lesson's exercise expects, and shows each as right or wrong; it fails no cell.
     *
     * @param exercise its name
     * @param measured what the lesson leaves to the cell, in order: {@code true} if it is so
     */
    public static Verification verify(String exercise, Callable<?>... measured) throws InterruptedException {
        return lab.exercises().verify(exercise, measured);
    }

    /** The next hint of a lesson's exercise, after those that were read before. */
    public static Sheet hint(String exercise) {
        return lab.exercises().hint(exercise);
    }

    /** The solution of a lesson's exercise, folded until it is opened. */
    public static Sheet solution(String exercise) {
        return lab.exercises().solution(exercise);
    }

    /** An empty room and two hands on the host: what it takes to build a bridge's wiring with {@code ip}. */
    public static ByHand byHand() {
        return lab.byHand();
    }

    /** Pictures, tables and sentences in {@code en} or {@code ja} from now on. */
    public static void language(String tag) {
        Language.use(Language.of(tag));
    }

    private static Container container(String name) {
        Snapshot snapshot = docker.snapshot();
        return snapshot.container(name)
                .orElseThrow(() -> new EngineException(TopologyNames.unknownContainer(snapshot, name)));
    }

    /** Something to do on the engine. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }
}
