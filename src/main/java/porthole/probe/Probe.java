package porthole.probe;

import java.util.List;
import porthole.engine.Cluster;
import porthole.engine.Docker;
import porthole.network.Port;
import porthole.probe.matrix.ClusterMeasurement;
import porthole.probe.matrix.Measurement;
import porthole.probe.who.Answerer;
import porthole.probe.who.Who;
import porthole.probe.why.ClusterWhy;
import porthole.probe.why.Ladder;
import porthole.probe.why.Why;
import porthole.probe.wiring.Cables;
import porthole.probe.wiring.LinuxCommands;
import porthole.probe.wiring.Route;
import porthole.probe.wiring.Trace;
import porthole.probe.wiring.Wiring;
import porthole.topology.Matrix;

/** What a cell can ask the live network. */
public final class Probe {
    private final Docker docker;

    /** @param docker the engine whose network it is */
    public Probe(Docker docker) {
        this.docker = docker;
    }

    /**
     * Tries all that has to hold so that a call arrives, and says what is broken first.
     *
     * @param from a container's name, or {@code host} for the engine's own machine
     * @param target as curl takes it: {@code web}, {@code web:80}, {@code 172.17.0.2:80}, {@code localhost:81}
     * @throws porthole.engine.api.EngineException with a sentence, where there is no such container or it is no target
     */
    public Ladder why(String from, String target) {
        return Why.ask(docker, from, target);
    }

    /**
     * Finds out which container answers, by holding connections and looking in whose namespace they end.
     *
     * @param target as seen from the kernel's own machine: {@code localhost:81}, {@code 172.17.0.2:80}; port 80 where none
     *     is named
     * @throws porthole.engine.api.EngineException with a sentence, where it is no target
     */
    public Answerer who(String target) {
        return Who.ask(docker, target);
    }

    /**
     * Measures who reaches whom, and predicts the same: by name, at each address (IPv4 and IPv6) by an echo, and at each
     * TCP and UDP port that is exposed, published or listened on. With more than 30, those who stand alike are asked once.
     *
     * @param names of containers, or {@code host}; where none is named, all that run, the host, and the published ports
     * @throws porthole.engine.api.EngineException with a sentence, where one is unknown, or there are too few
     */
    public Matrix matrix(String... names) {
        return Measurement.of(docker, List.of(names), List.of());
    }

    /**
     * As {@link #matrix(String...)}, with ports of one's own choice.
     *
     * @param names as there
     * @param ports to be asked, in place of those that are exposed, published or listened on
     */
    public Matrix matrix(List<String> names, List<Port> ports) {
        return Measurement.of(docker, names, ports);
    }

    /**
     * As {@link #why(String, String)}, across a cluster: what listens is looked at on the called's host, the call is made on
     * the caller's.
     *
     * @param hosts the cluster
     * @param from a container's name ({@code client}, {@code client@host2} where several hosts have one), or a host's
     * @param target as there, with {@code @host} after the name where several hosts have one: {@code web@host1:80}; a host's
     *     name stands for its address between the hosts
     * @throws porthole.engine.api.EngineException with a sentence, where there is no such container or host
     */
    public static Ladder why(Cluster hosts, String from, String target) {
        return ClusterWhy.ask(hosts, from, target);
    }

    /**
     * Measures who reaches whom across a cluster, and predicts the same. Its containers are called {@code web@host1}, its
     * hosts by their names, published ports {@code host1:8080}. What is on different hosts is tried by name, at the addresses
     * that it has on overlays which both are on, and at the hosts' own addresses.
     *
     * @param hosts the cluster
     * @param ports to be asked; where there are none, those that are exposed, published or listened on
     * @throws porthole.engine.api.EngineException with a sentence, where a host does not answer
     */
    public static Matrix matrix(Cluster hosts, List<Port> ports) {
        return ClusterMeasurement.of(hosts, ports);
    }

    /**
     * Sends three echoes from where a container stands.
     *
     * @param from a container's name, or {@code host}
     * @param target a name or an address; a port behind it plays no part
     */
    public Ping ping(String from, String target) {
        return Ping.of(docker, from, target);
    }

    /**
     * Follows a packet: interface, cable, bridge, translation, and whether an echo comes back.
     *
     * @param from a container's name, or {@code host}
     * @param target as {@link #why} takes it
     */
    public Trace trace(String from, String target) {
        return Route.of(docker, from, target);
    }

    /**
     * The cables of a network, or of a container, and the rules of address translation that concern them.
     *
     * @param name of a network, or of a container; the container where both are named so
     */
    public Wiring wiring(String name) {
        return Cables.of(docker, name);
    }

    /**
     * What one would type on Linux, without Docker, to build the same network with the same containers on it.
     *
     * @param network the name of a network of driver bridge
     */
    public LinuxCommands asLinux(String network) {
        return LinuxCommands.of(docker.snapshot(), docker.network.get(network));
    }
}
