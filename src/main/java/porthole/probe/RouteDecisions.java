package porthole.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.Docker;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.network.Subnet;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.topology.RouteDecision;
import porthole.topology.RouteDecision.Entry;

/** Asks a machine's own Linux which way it would send a packet ({@code ip route get}), and which routes it has. */
final class RouteDecisions {
    private static final Pattern VIA = Pattern.compile("\\bvia (\\S+)");
    private static final Pattern DEVICE = Pattern.compile("\\bdev (\\S+)");
    private static final Pattern SOURCE = Pattern.compile("\\bsrc (\\S+)");

    private RouteDecisions() {}

    static RouteDecision ask(Docker docker, String from, String target) {
        if (!Subnet.isAddress(target) || target.contains(":")) {
            throw ProbeSentences.sentence("route.address", target, from);
        }
        Snapshot snapshot = docker.snapshot();
        Caller caller = Caller.of(snapshot, from);
        caller.container().filter(c -> !c.running()).ifPresent(c -> {
            throw ProbeSentences.sentence("wiring.stopped", c.name(), c.state());
        });
        String script = "ip -4 route show; echo --; ip -4 -o route get " + target + " 2>/dev/null || true";
        String[] said = docker.guests().run(caller.guest(), script).stdout().split("(?m)^--$", -1);
        List<Entry> table = new ArrayList<>();
        for (String line : said[0].lines().toList()) {
            found(DEVICE, line)
                    .ifPresent(device -> table.add(new Entry(line.strip().split(" ", 2)[0], found(VIA, line), device)));
        }
        String answer = said.length > 1 ? said[1] : "";
        return new RouteDecision(
                caller.name(),
                target,
                table,
                found(VIA, answer),
                found(DEVICE, answer).orElse(""),
                found(SOURCE, answer).orElse(""),
                holder(snapshot, target));
    }

    /** On a bridge the gateway's address is the host's. */
    private static Optional<String> holder(Snapshot snapshot, String target) {
        Optional<String> container = snapshot.containers().stream()
                .filter(c -> c.endpoints().stream().anyMatch(e -> e.address().equals(Optional.of(target))))
                .map(Container::name)
                .findFirst();
        boolean host = snapshot.networks().stream()
                .filter(n -> n.driver().equals("bridge"))
                .flatMap(n -> n.pools().stream())
                .anyMatch(pool -> pool.gateway().equals(Optional.of(target)));
        return container.or(() -> host ? Optional.of("host") : Optional.empty());
    }

    private static Optional<String> found(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
