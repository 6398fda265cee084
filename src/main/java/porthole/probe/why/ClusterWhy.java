package porthole.probe.why;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.engine.Cluster;
import porthole.engine.api.Pause;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.topology.TopologyNames;

/** One call across a cluster: who is meant on both sides, and on which host. */
public final class ClusterWhy {
    private static final Pattern TARGET = Pattern.compile("((?:[a-z]+://)?)([^:/@\\[\\]]+)(?:@([^:/@]+))?(.*)");

    private static final int LOOKS = 4;
    private static final int PAUSE_MILLIS = 700;

    private final Cluster hosts;
    private final List<Snapshot> snapshots;

    private ClusterWhy(Cluster hosts) {
        this.hosts = hosts;
        snapshots = hosts.snapshots();
    }

    public static Ladder ask(Cluster hosts, String from, String target) {
        return new ClusterWhy(hosts).ask(from, target);
    }

    private Ladder ask(String from, String target) {
        String[] caller = from.split("@", 2);
        boolean isHost = caller.length == 1
                && hosts.names().contains(from)
                && holders(from).isEmpty();
        int near = caller.length == 2 ? host(caller[1]) : isHost ? host(from) : only(from);
        String name = isHost ? Caller.HOST : caller[0];
        Matcher parts = TARGET.matcher(target.strip());
        if (!parts.matches()) {
            return Why.ask(hosts.get(near), name, target);
        }
        String called = parts.group(2);
        Optional<String> at = Optional.ofNullable(parts.group(3));
        String plain = parts.group(1) + called + parts.group(4);
        if (at.isEmpty() && hosts.names().contains(called) && holders(called).isEmpty()) {
            String address = hosts.addresses().get(host(called));
            return Why.ask(hosts.get(near), name, parts.group(1) + address + parts.group(4));
        }
        int far = at.map(this::host).orElseGet(() -> nearest(called, near));
        Optional<Container> container = snapshots.get(far).container(called);
        if (container.isEmpty() && at.isPresent()) {
            throw Caller.unknown(snapshots.get(far), called);
        }
        return far == near || container.isEmpty()
                ? Why.ask(hosts.get(near), name, plain)
                : acrossHosts(
                        near,
                        name,
                        plain,
                        new Far(
                                hosts.names().get(near),
                                hosts.get(far),
                                hosts.names().get(far),
                                container.get().id()));
    }

    /**
     * The hosts tell one another by gossip who has joined an overlay. Until they have (up to some seconds on a busy machine,
     * seen on 28.5), neither the name nor the address of a member is known on the other host, so it is asked again.
     */
    private Ladder acrossHosts(int near, String name, String target, Far called) {
        Ladder ladder = Why.ask(hosts.get(near), name, target, called);
        for (int look = 1; look < LOOKS && mayJustHaveJoined(ladder); look++) {
            Pause.millis(PAUSE_MILLIS);
            ladder = Why.ask(hosts.get(near), name, target, called);
        }
        return ladder;
    }

    private static boolean mayJustHaveJoined(Ladder ladder) {
        return ladder.rung(Rung.Step.NETWORK).state() == Rung.State.HOLDS
                && ladder.broken()
                        .filter(r -> r.step() == Rung.Step.NAME || r.step() == Rung.Step.ADDRESS)
                        .isPresent();
    }

    private int host(String name) {
        hosts.get(name);
        return hosts.names().indexOf(name);
    }

    private List<Integer> holders(String container) {
        return IntStream.range(0, snapshots.size())
                .filter(i -> snapshots.get(i).container(container).isPresent())
                .boxed()
                .toList();
    }

    /** On the caller's host, where one is there, since its own networks' names go first; else on another. */
    private int nearest(String container, int near) {
        List<Integer> holders = holders(container);
        return holders.isEmpty() || holders.contains(near) ? near : holders.get(0);
    }

    private int only(String container) {
        List<Integer> holders = holders(container);
        if (holders.size() > 1) {
            throw ProbeSentences.sentence(
                    "why.hosts.several",
                    container,
                    holders.stream().map(hosts.names()::get).collect(Collectors.joining(", ")),
                    container + "@" + hosts.names().get(holders.get(0)));
        }
        if (holders.isEmpty()) {
            List<Container> all =
                    snapshots.stream().flatMap(s -> s.containers().stream()).toList();
            Snapshot first = snapshots.get(0);
            throw new porthole.engine.api.EngineException(
                    TopologyNames.unknownContainer(new Snapshot(first.host(), first.networks(), all), container));
        }
        return holders.get(0);
    }
}
