package porthole.probe.why;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porthole.engine.Docker;
import porthole.engine.api.ParallelCalls;
import porthole.engine.sandbox.Guest;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Subnet;
import porthole.probe.call.Attempt;
import porthole.probe.call.Caller;
import porthole.probe.call.Drop;

/**
 * Finds the rule that lets nothing pass: the counters of iptables where the call begins, on the host and where it ends, before
 * and after the call is made again. A rule counts that has gained packets, drops or rejects, and does not speak of other
 * addresses, interfaces or ports.
 */
final class Firewall {
    private static final int AT_ONCE = 3;
    private static final String SAVE = """
            for file in "$(command -v iptables-nft-save || command -v iptables-save)" "$(command -v iptables-legacy-save)"; do
              [ -n "$file" ] || continue
              for family in iptables ip6tables; do
                as=${file##*/}
                (exec -a "${as/iptables/$family}" "$file" -c) 2>/dev/null
              done
            done
            """;
    private static final Pattern RULE = Pattern.compile("\\[(\\d+):\\d+] (-A .* -j (?:DROP|REJECT)\\b.*)");
    private static final Pattern POLICY = Pattern.compile(":(\\S+) DROP \\[(\\d+):\\d+]");

    private final CallObservation look;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** A namespace, and the engine whose guest looks at it. */
    private record Place(Docker docker, Guest guest) {}

    private Firewall(Docker docker, Function<Container, Docker> home, CallObservation look) {
        this.look = look;
        Stream.of(look.called(), look.caller().container())
                .flatMap(Optional::stream)
                .map(c -> Caller.sandbox(look.snapshot(), c))
                .filter(c -> c.running() && !(c.mode() instanceof NetworkMode.Host))
                .forEach(c -> places.putIfAbsent(
                        c.name(), new Place(home.apply(c), Guest.of(c).allowed("NET_ADMIN"))));
        places.put(Caller.HOST, new Place(docker, Guest.ofHost().allowed("NET_ADMIN")));
    }

    /** The rules that count what {@code again} sends, those of the called container first. */
    static List<Drop> find(Docker docker, Function<Container, Docker> home, CallObservation look, Runnable again) {
        return new Firewall(docker, home, look).find(again);
    }

    private List<Drop> find(Runnable again) {
        List<Map<List<String>, Long>> before = counters();
        again.run();
        List<Map<List<String>, Long>> after = counters();
        List<Drop> drops = new ArrayList<>();
        List<String> names = List.copyOf(places.keySet());
        for (int i = 0; i < names.size(); i++) {
            String where = names.get(i);
            Map<List<String>, Long> old = before.get(i);
            after.get(i).forEach((rule, packets) -> {
                long gained = packets - old.getOrDefault(rule, 0L);
                if (gained > 0 && concerns(rule.get(1))) {
                    drops.add(new Drop(where, rule.get(0), rule.get(1), gained));
                }
            });
        }
        // A policy counts whatever no rule takes, of everybody: it is the answer where no rule is.
        boolean rules = drops.stream().anyMatch(d -> d.rule().startsWith("-A "));
        return drops.stream().filter(d -> !rules || d.rule().startsWith("-A ")).toList();
    }

    private List<Map<List<String>, Long>> counters() {
        List<Callable<Map<List<String>, Long>>> questions = new ArrayList<>();
        places.values()
                .forEach(place -> questions.add(() ->
                        read(place.docker().guests().run(place.guest(), SAVE).stdout())));
        return ParallelCalls.all(AT_ONCE, questions);
    }

    /** Table and rule, and how many packets it has counted; of equal rules the sum. */
    static Map<List<String>, Long> read(String said) {
        Map<List<String>, Long> counters = new LinkedHashMap<>();
        String table = "";
        for (String line : said.lines().toList()) {
            if (line.startsWith("*")) {
                table = line.substring(1);
            }
            Matcher rule = RULE.matcher(line);
            Matcher policy = POLICY.matcher(line);
            if (rule.matches()) {
                counters.merge(List.of(table, rule.group(2)), Long.valueOf(rule.group(1)), Long::sum);
            } else if (policy.matches()) {
                counters.put(List.of(table, "-P " + policy.group(1) + " DROP"), Long.valueOf(policy.group(2)));
            }
        }
        return counters;
    }

    private boolean concerns(String rule) {
        return allows(
                        rule,
                        "-p",
                        p -> look.target().port().isEmpty()
                                || p.startsWith("icmp")
                                || p.equals("ipv6-icmp")
                                || p.equals(look.target().protocol()))
                && allows(rule, "--dport", p -> ports().contains(p) || p.contains(":"))
                && allows(rule, "-s", this::ours)
                && allows(rule, "-d", this::ours)
                && allows(rule, "-i", this::device)
                && allows(rule, "-o", this::device);
    }

    private Set<String> ports() {
        Set<String> ports = new LinkedHashSet<>();
        look.target().port().ifPresent(p -> ports.add(String.valueOf(p)));
        ports.add(String.valueOf(look.port()));
        return ports;
    }

    /** Whether a rule has no such condition, its condition is negated, or what it names concerns this call. */
    private static boolean allows(String rule, String option, java.util.function.Predicate<String> concerned) {
        Matcher named = Pattern.compile("(^|[^!]) " + option + " (\\S+)").matcher(rule);
        return !named.find() || concerned.test(named.group(2));
    }

    private boolean ours(String range) {
        return addresses().anyMatch(a -> contains(range, a));
    }

    private Stream<String> addresses() {
        Stream<String> called = look.calls().attempts().stream().map(Attempt::address);
        Stream<String> own = Stream.of(look.caller().container(), look.called())
                .flatMap(Optional::stream)
                .map(c -> Caller.sandbox(look.snapshot(), c))
                .map(Container::endpoints)
                .flatMap(List::stream)
                .flatMap((Endpoint e) -> Stream.concat(e.address().stream(), e.address6().stream()));
        return Stream.concat(called, own);
    }

    private static boolean contains(String range, String address) {
        try {
            return Subnet.of(range).contains(address);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private boolean device(String name) {
        boolean bridge = name.startsWith("br-") || name.startsWith("docker");
        return !bridge
                || Stream.concat(look.callerNetworks().stream(), look.calledNetworks().stream())
                        .map(Network::device)
                        .flatMap(Optional::stream)
                        .anyMatch(name::equals);
    }
}
