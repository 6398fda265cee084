package porthole.engine;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.engine.answer.Tables;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.ExistingNames;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.ParallelCalls;
import porthole.engine.capture.Capture;
import porthole.engine.capture.Pcap;
import porthole.engine.capture.VxlanPackets;
import porthole.engine.cluster.ClusterHosts;
import porthole.engine.cluster.EngineHosts;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.network.Vxlan;

/**
 * Several engines in one swarm, as a list of their hosts. Each host is a {@link Docker} with all its words; the first
 * is the manager, the only one that answers for services and nodes. What is made on the hosts belongs to this session,
 * as everything does.
 */
public final class Cluster extends AbstractList<Docker> implements Displayable, AutoCloseable {
    private final ClusterHosts place;
    private final List<String> names;
    private final List<Docker> hosts;

    Cluster(ClusterHosts place, List<String> names, List<Docker> hosts) {
        this.place = place;
        this.names = List.copyOf(names);
        this.hosts = List.copyOf(hosts);
    }

    /**
     * Gives a host by its number.
     *
     * @param number 0 for the first, which is the manager, to {@code size() - 1}
     * @return the host's engine
     * @throws EngineException if there is no host of that number; the message lists the hosts
     */
    @Override
    public Docker get(int number) {
        if (number < 0 || number >= hosts.size()) {
            throw EngineSentences.sentence("host.number", number, hosts.size() - 1, String.join(", ", names));
        }
        return hosts.get(number);
    }

    /**
     * Gives a host by its name.
     *
     * @param name as in {@code host2}; for engines that existed before, the context or address by which they were given
     * @return the host's engine
     * @throws EngineException if there is no host of that name; the message lists the hosts and suggests the nearest
     */
    public Docker get(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw EngineSentences.sentence(
                    "host.unknown", name, ExistingNames.list(names), ExistingNames.suggestion(name, names));
        }
        return hosts.get(index);
    }

    @Override
    public int size() {
        return hosts.size();
    }

    /** Lists the names of the hosts, in their order: {@code host1}, {@code host2}…. */
    public List<String> names() {
        return names;
    }

    /** Where the hosts' engines are to be reached. */
    List<EngineAddress> engines() {
        return place.addresses();
    }

    /**
     * Gives the address range of the network between the hosts.
     *
     * @return the range in CIDR form, as in {@code 10.77.0.0/24}; empty text if Porthole did not make that network
     */
    public String underlay() {
        return place.underlay();
    }

    /**
     * Lists the addresses at which the hosts find one another.
     *
     * @return one IP address in numbers for each host, in their order; empty text for a host that does not answer
     * @throws EngineException if the thread is interrupted
     */
    public List<String> addresses() {
        return hosts.stream()
                .map(h -> {
                    try {
                        return h.address();
                    } catch (InterruptedCall e) {
                        throw e;
                    } catch (EngineException e) {
                        return "";
                    }
                })
                .toList();
    }

    /**
     * Reads all networks and containers of each host, at about the same moment.
     *
     * @return one snapshot for each host, in their order
     * @throws EngineException if a host does not answer
     */
    public List<Snapshot> snapshots() {
        return ParallelCalls.all(
                hosts.size(),
                hosts.stream().map(h -> (Callable<Snapshot>) h::snapshot).toList());
    }

    /**
     * Runs an action while tcpdump listens between the hosts, and gives the VXLAN packets (UDP port 4789) that passed.
     * Each is listed once: as the host saw it that sent it.
     *
     * @param action what to do; its value is not used
     * @return the packets in the order of time; none if nothing crossed an overlay
     * @throws EngineException if a host does not answer, or tcpdump does not begin to listen
     * @throws Exception what {@code action} throws
     */
    public List<Vxlan> capture(Callable<?> action) throws Exception {
        String filter = "udp port " + Underlay.VXLAN_PORT;
        return sent(Capture.during(
                hosts.stream()
                        .map(h -> (Callable<Capture>) () -> h.capture(filter))
                        .toList(),
                action));
    }

    /**
     * Does what {@link Docker#prepareCapture()} does, on each host.
     *
     * @throws EngineException if a host does not answer, or no image with tcpdump can be had
     */
    public void prepareCapture() {
        ParallelCalls.all(
                hosts.size(),
                hosts.stream().map(h -> Executors.callable(h::prepareCapture)).toList());
    }

    private List<Vxlan> sent(List<List<Pcap.Packet>> heard) {
        long start = heard.stream()
                .flatMap(List::stream)
                .mapToLong(Pcap.Packet::micros)
                .min()
                .orElse(0);
        List<String> addresses = addresses();
        List<Vxlan> sent = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            String own = addresses.get(i);
            heard.get(i)
                    .forEach(packet -> VxlanPackets.of(packet, start)
                            .filter(p -> p.source().equals(own))
                            .ifPresent(sent::add));
        }
        sent.sort(Comparator.comparingLong(Vxlan::micros));
        return List.copyOf(sent);
    }

    /**
     * Ends the hosts with everything on them. Engines that existed before the cluster stay: what this session made on
     * them is removed, and those that joined the swarm for it leave it.
     */
    @Override
    public void close() {
        if (place instanceof EngineHosts) {
            leave();
        }
        List<Callable<Object>> ends = new ArrayList<>();
        hosts.forEach(h -> ends.add(Executors.callable(h::close)));
        ParallelCalls.toTheEnd(ends);
        place.close();
    }

    /** Services first, then what is on the workers, then the workers themselves, and last the manager with the swarm. */
    private void leave() {
        hosts.get(0).removeServices();
        hosts.subList(1, hosts.size()).forEach(Docker::reset);
        if (place instanceof EngineHosts engines) {
            engines.close();
        }
        hosts.get(0).reset();
    }

    private Table table() {
        List<String> addresses = addresses();
        return new Table(
                Tables.headings("columns.cluster"),
                IntStream.range(0, names.size())
                        .mapToObj(i -> List.of(
                                names.get(i),
                                addresses.get(i),
                                addresses.get(i).isEmpty()
                                        ? EngineSentences.SENTENCES.say("host.silent")
                                        : EngineSentences.SENTENCES.say(i == 0 ? "role.manager" : "role.worker")))
                        .toList());
    }

    @Override
    public List<MimeBundle> outputs() {
        return table().outputs();
    }

    @Override
    public String toString() {
        return names.stream().collect(Collectors.joining(", ", "cluster of ", ""));
    }
}
