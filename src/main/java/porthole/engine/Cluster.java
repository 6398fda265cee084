package porthole.engine;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
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
 * Several engines in one swarm. Each is a {@link Docker} of its own, with the same words; the first is the manager, which
 * answers for services and nodes. What is made on them belongs to the owner as everything does.
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
     * A host by its number, 0 being the first and the manager.
     *
     * @throws EngineException with a sentence, where there is none of that number
     */
    @Override
    public Docker get(int number) {
        if (number < 0 || number >= hosts.size()) {
            throw EngineSentences.sentence("host.number", number, hosts.size() - 1, String.join(", ", names));
        }
        return hosts.get(number);
    }

    /**
     * A host by its name: {@code host2}.
     *
     * @throws EngineException with a sentence, where there is none of that name
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

    /** The hosts' names, in their order. */
    public List<String> names() {
        return names;
    }

    /** Where the hosts' engines are to be reached. */
    List<EngineAddress> engines() {
        return place.addresses();
    }

    /** The range of the network between the hosts, in CIDR form; empty where it is not ours to know. */
    public String underlay() {
        return place.underlay();
    }

    /** By which address the hosts find one another, in their order; empty for one that does not answer. */
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

    /** All networks and containers of each host, in their order, at about the same moment. */
    public List<Snapshot> snapshots() {
        return ParallelCalls.all(hosts.stream()
                .map(h -> (java.util.function.Supplier<Snapshot>) h::snapshot)
                .toList());
    }

    /**
     * Does something while tcpdump listens between the hosts, and gives the VXLAN packets that passed, in their order. Each
     * host tells of those that it sent, so none is told twice.
     *
     * @throws Exception what {@code action} throws
     */
    public List<Vxlan> capture(Callable<?> action) throws Exception {
        String filter = "udp port " + Underlay.VXLAN_PORT;
        List<Capture> captures = ParallelCalls.all(hosts.stream()
                .map(h -> (java.util.function.Supplier<Capture>) () -> h.capture(filter))
                .toList());
        List<List<Pcap.Packet>> heard = new ArrayList<>();
        try {
            action.call();
        } finally {
            heard.addAll(ParallelCalls.all(captures.stream()
                    .map(c -> (java.util.function.Supplier<List<Pcap.Packet>>) c::stop)
                    .toList()));
        }
        return sent(heard);
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

    /** Ends the hosts and all that is on them; engines that were there before stay, and leave the swarm. */
    @Override
    public void close() {
        if (place instanceof EngineHosts) {
            leave();
        }
        List<Runnable> ends = new ArrayList<>();
        hosts.forEach(h -> ends.add(h::close));
        ParallelCalls.run(ends);
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
                                        : i == 0 ? "manager" : "worker"))
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
