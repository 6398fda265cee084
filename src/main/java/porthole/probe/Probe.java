package porthole.probe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import porthole.engine.Cluster;
import porthole.engine.Docker;
import porthole.engine.recording.RecordText;
import porthole.network.Port;
import porthole.network.Snapshot;
import porthole.probe.journey.ClusterFollowing;
import porthole.probe.journey.Following;
import porthole.probe.matrix.ClusterMeasurement;
import porthole.probe.matrix.Measurement;
import porthole.probe.who.Answerer;
import porthole.probe.who.Who;
import porthole.probe.why.ClusterWhy;
import porthole.probe.why.Ladder;
import porthole.probe.why.Why;
import porthole.probe.wiring.Cables;
import porthole.probe.wiring.LinkStates;
import porthole.probe.wiring.LinuxCommands;
import porthole.probe.wiring.Route;
import porthole.probe.wiring.Trace;
import porthole.probe.wiring.Wiring;
import porthole.topology.Conversation;
import porthole.topology.Journey;
import porthole.topology.Matrix;
import porthole.topology.RouteDecision;

/**
 * Measurements on an engine's live network: who answers, who reaches whom, and why not. Each method throws
 * {@link porthole.engine.api.EngineException} with one sentence if the engine does not answer, or the thread is
 * interrupted.
 */
public final class Probe {
    private final Docker docker;
    private final LinkStates links;

    /**
     * Makes the measurements of one engine.
     *
     * @param docker the engine whose network is measured
     */
    public Probe(Docker docker) {
        this.docker = docker;
        this.links = new LinkStates(docker);
    }

    /**
     * Gives a snapshot with what the interfaces of containers are like, if somebody may have changed them by
     * {@code ip}: where neither a container nor one that shares its namespace is privileged or has the capability
     * NET_ADMIN, nobody is asked.
     *
     * @param snapshot the engine now
     * @return the same, in which those interfaces are known
     */
    public Snapshot looked(Snapshot snapshot) {
        return links.seen(snapshot);
    }

    /**
     * Tests every condition for a call to arrive, in the order in which the call meets them.
     *
     * @param from the caller: a container's name, or {@code host} for the engine's machine
     * @param target what is called, as curl takes it: {@code web}, {@code web:80}, {@code 172.17.0.2:80},
     *     {@code localhost:81}; {@code web:53/udp} for a UDP port
     * @return the conditions, the first that does not hold, and how to fix it
     * @throws porthole.engine.api.EngineException if there is no such container, or {@code target} is not a valid
     *     target
     */
    public Ladder why(String from, String target) {
        return Why.ask(docker, from, target, links::seen);
    }

    /**
     * Finds out which container answers, by holding connections and looking for the namespace in which they appear.
     *
     * @param target as seen from the kernel's own machine: {@code localhost:81}, {@code 172.17.0.2:80}; port 80 if none
     *     is given
     * @return who answers, and what was counted
     * @throws porthole.engine.api.EngineException if {@code target} is not a valid target
     */
    public Answerer who(String target) {
        return Who.ask(docker, target);
    }

    /**
     * Asks a machine's own Linux which of its routes takes a packet.
     *
     * @param from a container's name, or {@code host} for the engine's machine
     * @param target an IPv4 address in numbers
     * @return the routes, and the one that is taken
     * @throws porthole.engine.api.EngineException if there is no such container, it does not run, or {@code target} is
     *     not a valid IPv4 address
     */
    public RouteDecision route(String from, String target) {
        return RouteDecisions.ask(docker, from, target);
    }

    /**
     * Runs an action while tcpdump listens at each interface of a container.
     *
     * @param container the container's name; it has interfaces of its own
     * @param action what to do; its value is not used
     * @return the Ethernet frames that passed
     * @throws porthole.engine.api.EngineException if there is no such container, it does not run, it uses the host's
     *     interfaces, or tcpdump does not begin to listen
     * @throws Exception what {@code action} throws
     */
    public Conversation frames(String container, Callable<?> action) throws Exception {
        return FrameCapture.of(docker, container, action);
    }

    /**
     * Measures who reaches whom, and predicts the same: by name, at each IPv4 and IPv6 address by an echo, and at each
     * TCP and UDP port that is exposed, published or listened on. With more than 30 containers, those that are
     * connected alike are measured once.
     *
     * @param names names of containers, or {@code host}; none means all that run, the host, and the published ports
     * @return every call with its prediction
     * @throws porthole.engine.api.EngineException if a name is unknown, or fewer than two take part
     */
    public Matrix matrix(String... names) {
        return Measurement.of(docker, links::seen, List.of(names), List.of());
    }

    /**
     * Measures who reaches whom as {@link #matrix(String...)} does, at chosen ports.
     *
     * @param names names of containers, or {@code host}; none means all that run, the host, and the published ports
     * @param ports the ports to try; none means those that are exposed, published or listened on
     * @return every call with its prediction
     * @throws porthole.engine.api.EngineException if a name is unknown, or fewer than two take part
     */
    public Matrix matrix(List<String> names, List<Port> ports) {
        return Measurement.of(docker, links::seen, names, ports);
    }

    /**
     * Tests every condition for a call to arrive across a cluster: what listens is looked at on the called's host, the
     * call is made on the caller's host.
     *
     * @param hosts the cluster
     * @param from a container's name ({@code client}, or {@code client@host2} if several hosts have one of that name),
     *     or a host's name
     * @param target what is called, with {@code @host} after the name if several hosts have it: {@code web@host1:80}; a
     *     host's name means its address between the hosts
     * @return the conditions, the first that does not hold, and how to fix it
     * @throws porthole.engine.api.EngineException if there is no such container or host, or {@code target} is not a
     *     valid target
     */
    public static Ladder why(Cluster hosts, String from, String target) {
        return ClusterWhy.ask(hosts, from, target);
    }

    /**
     * Measures who reaches whom across a cluster, and predicts the same. Containers are called {@code web@host1}, hosts
     * by their names, published ports {@code host1:8080}. Between hosts, names, the addresses on overlays that both are
     * on, and the hosts' own addresses are tried.
     *
     * @param hosts the cluster
     * @param ports the ports to try; none means those that are exposed, published or listened on
     * @return every call with its prediction
     * @throws porthole.engine.api.EngineException if a host does not answer
     */
    public static Matrix matrix(Cluster hosts, List<Port> ports) {
        return ClusterMeasurement.of(hosts, ports);
    }

    /**
     * Sends three ICMP echo requests from a container's network namespace.
     *
     * @param from a container's name, or {@code host} for the engine's machine
     * @param target a name or an address; a port after it is ignored
     * @return what came back, and after how many milliseconds
     * @throws porthole.engine.api.EngineException if there is no such container, it does not run, or {@code target} is
     *     not a valid target
     */
    public Ping ping(String from, String target) {
        return Ping.of(docker, from, target);
    }

    /**
     * Follows a packet through interface, cable, bridge and address translation, and tries whether an echo comes back.
     *
     * @param from a container's name, or {@code host} for the engine's machine
     * @param target as {@link #why(String, String)} takes it
     * @return the stations in order
     * @throws porthole.engine.api.EngineException if there is no such container, it does not run, or {@code target}
     *     resolves to no address
     */
    public Trace trace(String from, String target) {
        return Route.of(docker, from, target);
    }

    /**
     * Makes one call and follows it: tcpdump listens in the namespaces of caller, host and called, the counters of rules
     * are read before and after, and the request carries a mark that tells it from all others.
     *
     * @param from a container's name, or {@code host} for the engine's machine
     * @param target as {@link #why(String, String)} takes it, but not for UDP; port 80 if none is given
     * @return the stations that were observed, in order, and what could not be observed
     * @throws porthole.engine.api.EngineException if there is no such container, it does not run, or {@code target} is
     *     not a valid target
     */
    public Journey journey(String from, String target) {
        docker.prepareCapture();
        String kept = docker.machine()
                .ofMachine(
                        "journey " + from + " " + target, () -> RecordText.write(Following.of(docker, from, target)));
        return RecordText.read(Journey.class, kept);
    }

    /**
     * Follows one call across a cluster, as {@link #journey(String, String)} does on one engine: on each host that the
     * packet may meet, one looks.
     *
     * @param hosts the cluster
     * @param from a container's name ({@code client}, or {@code client@host2} if several hosts have one of that name),
     *     or a host's name
     * @param target what is called, as the caller itself says it: {@code web:80}; a host's name means its address
     *     between the hosts
     * @return the stations that were observed, in order, and what could not be observed
     * @throws porthole.engine.api.EngineException if there is no such container or host, or {@code target} is not a
     *     valid target
     */
    public static Journey journey(Cluster hosts, String from, String target) {
        hosts.prepareCapture();
        String kept = hosts.get(0)
                .machine()
                .ofMachine(
                        "journey " + from + " " + target,
                        () -> RecordText.write(ClusterFollowing.of(hosts, from, target)));
        return RecordText.read(Journey.class, kept);
    }

    /**
     * Gives the veth cables of a network or a container, and the NAT rules that concern them.
     *
     * @param name a network's or a container's name; the container is taken if both have it
     * @return the cables and rules
     * @throws porthole.engine.api.EngineException if nothing has that name, the container has no cable of its own or
     *     does not run, or the network has none
     */
    public Wiring wiring(String name) {
        return Cables.of(docker, name);
    }

    /**
     * Gives the ends of all veth cables on the engine's host.
     *
     * @return by a container's id and its interface ({@code eth0}), the name of the cable's other end ({@code vethab12})
     */
    public Map<String, Map<String, String>> cableEnds() {
        return Cables.ends(docker);
    }

    /**
     * Writes the commands that would build a network, with the containers that run on it, on Linux without Docker.
     *
     * @param network the name of a network of driver {@code bridge}
     * @return the commands
     * @throws porthole.engine.api.EngineException if there is no such network, its driver is another one, or it has no
     *     IPv4 range
     */
    public LinuxCommands asLinux(String network) {
        return LinuxCommands.of(docker.snapshot(), docker.network.get(network));
    }
}
