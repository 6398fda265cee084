package porthole.probe.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.network.Literal;
import porthole.topology.JourneyEvidence;

/**
 * What a network namespace tells of itself at one moment.
 *
 * @param links its devices by their indices
 * @param counters its packet filter's rules
 * @param tracked the lines of its connection tracking about our ports; empty where that cannot be read
 * @param sockets what listens, as {@code ss -ltnp} prints it
 * @param silent the addresses for which nobody on their network answered (ARP, neighbour discovery), as {@code ip neigh}
 *     prints them
 * @param drops what Linux dropped without a rule
 */
record NamespaceState(
        Map<Integer, Link> links,
        RuleCounters counters,
        Optional<List<String>> tracked,
        List<String> sockets,
        List<String> silent,
        KernelDrops drops) {
    /** Nothing was told. */
    static final NamespaceState NONE = new NamespaceState(
            Map.of(), new RuleCounters(Map.of()), Optional.empty(), List.of(), List.of(), KernelDrops.read(List.of()));

    private static final Pattern LINK = Pattern.compile("(\\d+): ([^:@\\s]+)(?:@(?:if(\\d+)|[^:\\s]+))?: .*");
    private static final Pattern MASTER = Pattern.compile(".* master (\\S+).*");
    private static final Pattern PROCESS = Pattern.compile("\\(\"([^\"]+)\",pid=(\\d+)");
    private static final Pattern STATE = Pattern.compile("\\d+: (.*?)(?: qdisc \\S+)?(?: master \\S+)?( state \\S+).*");
    private static final String PART = "@part ";

    /**
     * A network device.
     *
     * @param name such as {@code eth0}
     * @param peer the index of the cable's other end in its own namespace; 0 for none
     * @param master the bridge that it is plugged into; empty text for none
     * @param told its name, flags and state as {@code ip link} prints them
     */
    record Link(String name, int peer, String master, String told) {
        /** Whether somebody has switched it off. */
        boolean isOff() {
            return !told.isEmpty() && !told.contains("<UP") && !told.contains(",UP");
        }
    }

    /**
     * The script that {@link #read} understands. {@code nft} and {@code legacy} are the two back ends of iptables; an engine
     * uses one of them.
     *
     * @param first of the ports of the caller's side that may be ours
     * @param last of them
     */
    static String script(int first, int last) {
        String ports = java.util.stream.IntStream.rangeClosed(first, last)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("|"));
        return """
                echo "@part links"; ip -o link
                echo "@part rules"
                for file in "$(command -v iptables-nft-save || command -v iptables-save)" "$(command -v iptables-legacy-save)"; do
                  [ -n "$file" ] || continue
                  for family in iptables ip6tables; do
                    as=${file##*/}
                    (exec -a "${as/iptables/$family}" "$file" -c) 2>/dev/null
                  done
                done
                echo "@part tracked"
                lines=$({ cat /proc/net/nf_conntrack || conntrack -L; } 2>/dev/null) && { echo can; grep -E '[sd]port=(%s) ' <<< "$lines"; }
                echo "@part sockets"; ss -Hltnp 2>/dev/null
                echo "@part drops"; cat /proc/net/snmp /proc/net/netstat
                echo "@part silent"; ip neigh show nud incomplete nud failed
                echo "@part end"
                """.formatted(ports);
    }

    /** Whether all has been told: Podman's log may end before the script's last lines. */
    static boolean isWhole(List<String> lines) {
        return lines.contains(PART + "end");
    }

    static NamespaceState read(List<String> lines) {
        Map<String, List<String>> parts = new HashMap<>();
        List<String> part = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(PART)) {
                part = parts.computeIfAbsent(line.substring(PART.length()), name -> new ArrayList<>());
            } else {
                part.add(line);
            }
        }
        List<String> tracked = parts.getOrDefault("tracked", List.of());
        return new NamespaceState(
                links(parts.getOrDefault("links", List.of())),
                RuleCounters.read(parts.getOrDefault("rules", List.of())),
                tracked.isEmpty() ? Optional.empty() : Optional.of(tracked.subList(1, tracked.size())),
                parts.getOrDefault("sockets", List.of()),
                parts.getOrDefault("silent", List.of()),
                KernelDrops.read(parts.getOrDefault("drops", List.of())));
    }

    private static Map<Integer, Link> links(List<String> lines) {
        Map<Integer, Link> links = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher link = LINK.matcher(line);
            if (link.matches()) {
                Matcher master = MASTER.matcher(line);
                links.put(
                        Integer.valueOf(link.group(1)),
                        new Link(
                                String.valueOf(link.group(2)),
                                Integer.parseInt(
                                        Optional.ofNullable(link.group(3)).orElse("0")),
                                master.matches() ? String.valueOf(master.group(1)) : "",
                                STATE.matcher(line).replaceFirst("$1$2")));
            }
        }
        return links;
    }

    /** The device of that index; empty text for a name where there is none. */
    Link link(int index) {
        return links.getOrDefault(index, new Link("", 0, "", ""));
    }

    /** Whether a device has others plugged into it. */
    boolean isBridge(String device) {
        return links.values().stream().anyMatch(l -> l.master().equals(device));
    }

    /** The line that tells that nobody answered for that address. */
    Optional<String> silence(String address) {
        return silent.stream()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> Literal.canonical(line.split(" ", 2)[0]).equals(address))
                .findFirst();
    }

    /** What listens at an address and port: on that address itself before on all of its family, and those before on both. */
    Optional<JourneyEvidence.Listening> listening(String address, int port) {
        boolean six = address.contains(":");
        List<String> taking = List.of(six ? "[" + address + "]" : address, six ? "[::]" : "0.0.0.0", "*");
        return taking.stream()
                .flatMap(local -> sockets.stream().filter(line -> isAt(line, local + ":" + port)))
                .findFirst()
                .map(line -> {
                    Matcher process = PROCESS.matcher(line);
                    return new JourneyEvidence.Listening(
                            process.find()
                                    ? Optional.of(process.group(1) + " (PID " + process.group(2) + ")")
                                    : Optional.empty(),
                            line.strip().split("\\s+", -1)[3]);
                });
    }

    private static boolean isAt(String line, String local) {
        String[] words = line.strip().split("\\s+", -1);
        return words.length > 3 && words[3].equals(local);
    }
}
