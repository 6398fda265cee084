package porthole.probe.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.engine.Docker;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.probe.call.CallFindings;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.probe.wiring.Trace.Station;

/** Follows a packet: the caller's route as its own namespace tells it, then the cables as the host has them. */
public final class Route {
    private final Caller caller;
    private final Callee callee;
    private final Target target;
    private final CallFindings calls;
    private final Cables cables;
    private final Snapshot snapshot;
    private final List<Station> stations = new ArrayList<>();

    private Route(Docker docker, Snapshot snapshot, Caller caller, Target target) {
        this.snapshot = snapshot;
        this.caller = caller;
        this.target = target;
        Callee named = Callee.of(snapshot, caller, target);
        List<String> fallback = target.isAddress()
                ? List.of(target.host())
                : target.isLoopback() ? List.of("127.0.0.1") : addresses(named);
        calls = CallFindings.read(docker.guests()
                .run(caller.guest(), CallFindings.script(target.anyPort(), fallback))
                .stdout());
        callee = named instanceof Callee.Outside && !calls.addresses().isEmpty()
                ? Callee.at(snapshot, target, calls.addresses().get(0))
                : named;
        if (calls.tried().isEmpty()) {
            throw callee.container().isEmpty() && !target.host().contains(".")
                    ? Caller.unknownCallee(snapshot, target.host())
                    : ProbeSentences.sentence("trace.nowhere", target.host(), caller.name());
        }
        List<Container> wired = Stream.of(caller.container(), callee.container())
                .flatMap(Optional::stream)
                .map(c -> Caller.sandbox(snapshot, c))
                .filter(c -> c.running() && !(c.mode() instanceof NetworkMode.Host))
                .distinct()
                .toList();
        cables = Cables.ofAll(docker, snapshot, wired);
    }

    public static Trace of(Docker docker, String from, String typed) {
        Snapshot snapshot = docker.snapshot();
        Caller caller = Caller.of(snapshot, from);
        caller.container().filter(c -> !c.running()).ifPresent(c -> {
            throw ProbeSentences.sentence("wiring.stopped", c.name(), c.state());
        });
        Route route = new Route(docker, snapshot, caller, Target.of(typed));
        route.follow();
        return new Trace(
                caller.name(),
                route.target.text(),
                route.stations,
                route.calls.best().milliseconds());
    }

    private List<String> addresses(Callee named) {
        return named.container().stream()
                .flatMap(c -> Caller.sandbox(snapshot, c).endpoints().stream())
                .flatMap(e -> Stream.concat(e.address().stream(), e.address6().stream()))
                .limit(1)
                .toList();
    }

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    private void follow() {
        String to = calls.tried().orElseThrow();
        String device = word("dev");
        boolean host = caller.onHost(snapshot);
        if (device.equals("lo") || (device.isEmpty() && !calls.reached())) {
            stations.add(new Station(
                    device.isEmpty() ? "–" : "lo", caller.name(), say(device.isEmpty() ? "at.no-route" : "at.lo", to)));
            return;
        }
        stations.add(new Station(device + " " + word("src"), caller.name(), say("at.start", to)));
        Optional<Wiring.Cable> first = host ? Optional.empty() : cable(caller.container(), device, Optional.empty());
        Optional<Wiring.Cable> last =
                callee.container().flatMap(c -> cable(Optional.of(c), "", Optional.of(inner(to))));
        boolean routed = !word("via").isEmpty() || callee instanceof Callee.Door || callee instanceof Callee.OfHost;
        first.ifPresent(c -> out(c, routed));
        if (routed && !host) {
            stations.add(new Station(
                    (first.map(Wiring.Cable::bridge).orElse("") + " " + word("via")).strip(),
                    Caller.HOST,
                    say("at.host")));
        }
        if (callee instanceof Callee.Door door) {
            stations.add(new Station("NAT", Caller.HOST, say("at.dnat", door.binding())));
        } else if (callee instanceof Callee.Outside) {
            stations.add(new Station("NAT", Caller.HOST, say("at.masquerade", to)));
        }
        String reached = host
                ? device
                : first.filter(f -> !routed).map(Wiring.Cable::bridge).orElse("");
        last.ifPresent(c -> in(c, reached));
    }

    /** Behind a published port, the container's own address is meant. */
    private String inner(String to) {
        return callee instanceof Callee.Door
                ? addresses(callee).stream().findFirst().orElse("")
                : to;
    }

    /** A macvlan or ipvlan has no cable: its packets are those of the parent device, which passes them on. */
    private boolean onParent(Wiring.Cable cable) {
        return snapshot.network(cable.network())
                .filter(n -> n.driver().equals("macvlan") || n.driver().equals("ipvlan"))
                .isPresent();
    }

    private void out(Wiring.Cable cable, boolean routed) {
        if (onParent(cable)) {
            stations.add(new Station(cable.outside(), Caller.HOST, say("at.parent", cable.network())));
            return;
        }
        stations.add(new Station(cable.outside(), Caller.HOST, say("at.other-end")));
        if (!cable.bridge().isEmpty() && !routed) {
            stations.add(new Station(cable.bridge(), Caller.HOST, say("at.switch", cable.network())));
        }
    }

    private void in(Wiring.Cable cable, String reached) {
        if (!cable.bridge().isEmpty() && !cable.bridge().equals(reached)) {
            boolean lost = calls.best().milliseconds().isEmpty() && !(callee instanceof Callee.Door);
            stations.add(new Station(
                    cable.bridge(), Caller.HOST, say(lost ? "at.isolation" : "at.switch", cable.network())));
            if (lost) {
                return;
            }
        }
        if (!onParent(cable)) {
            stations.add(new Station(cable.outside(), Caller.HOST, say("at.cable")));
        } else if (calls.best().milliseconds().isEmpty()) {
            return;
        }
        stations.add(new Station(cable.inside() + " " + cable.address(), cable.container(), say("at.end")));
    }

    private Optional<Wiring.Cable> cable(Optional<Container> container, String device, Optional<String> address) {
        return container.map(c -> Caller.sandbox(snapshot, c)).stream()
                .flatMap(c -> cables.of(c, Optional.empty()).stream())
                .filter(c -> device.isEmpty() || c.inside().startsWith(device + " "))
                .filter(c -> address.isEmpty()
                        || List.of(c.address().split(", ", -1)).stream()
                                .anyMatch(a -> a.startsWith(address.get() + "/")))
                .findFirst();
    }

    /** The word after another one in what {@code ip route get} tells. */
    private String word(String before) {
        List<String> words = List.of(calls.best().route().split("\\s+", -1));
        int at = words.indexOf(before);
        return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
    }
}
