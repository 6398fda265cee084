package porthole.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;

/**
 * What {@code ip} says in several network namespaces, read together: for the two ends of a veth pair name each other,
 * by name in one namespace ({@code 7: a@b}), by the other's index across two ({@code 7: a@if8}).
 */
final class SeenLinks {
    /** What is run in each namespace. */
    static final String SCRIPT = "ip -o link show; echo --; ip -o -4 addr show; echo --; ip -4 route show default";

    private static final Pattern LINK = Pattern.compile("^(\\d+): ([^:@\\s]+)(?:@(\\S+))?: <([^>]*)>(.*)$");
    private static final Pattern MASTER = Pattern.compile("\\bmaster (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("^\\d+: (\\S+)\\s+inet (\\S+)");
    private static final Pattern DEFAULT = Pattern.compile("^default via (\\S+)");

    /** A link as one namespace tells it. */
    private record Seen(int place, int index, String name, String other, boolean up, Optional<String> bridge) {
        boolean isPairOf(Seen b) {
            return place == b.place
                    ? other.equals(b.name) && b.other.equals(name)
                    : other.equals("if" + b.index) && b.other.equals("if" + index);
        }
    }

    private final List<Seen> links = new ArrayList<>();
    private final List<Map<String, String>> addresses = new ArrayList<>();
    private final List<Optional<String>> gateways = new ArrayList<>();
    private final Map<Seen, Integer> cables = new HashMap<>();

    /**
     * Reads what was said.
     *
     * @param said what {@link #SCRIPT} printed in each namespace, that of the host first
     */
    SeenLinks(List<String> said) {
        for (int place = 0; place < said.size(); place++) {
            String[] parts = said.get(place).split("(?m)^--$", -1);
            read(place, parts[0]);
            addresses.add(addresses(parts.length > 1 ? parts[1] : ""));
            gateways.add((parts.length > 2 ? parts[2] : "")
                    .lines()
                    .map(DEFAULT::matcher)
                    .filter(Matcher::find)
                    .map(m -> m.group(1))
                    .findFirst());
        }
        pair();
    }

    private void read(int place, String lines) {
        for (String line : lines.lines().toList()) {
            Matcher link = LINK.matcher(line);
            if (link.find()) {
                Matcher master = MASTER.matcher(link.group(5));
                links.add(new Seen(
                        place,
                        Integer.parseInt(link.group(1)),
                        link.group(2),
                        link.group(3) == null ? "" : link.group(3),
                        List.of(link.group(4).split(",", -1)).contains("UP"),
                        master.find() ? Optional.of(master.group(1)) : Optional.empty()));
            }
        }
    }

    private static Map<String, String> addresses(String lines) {
        Map<String, String> all = new HashMap<>();
        lines.lines().map(ADDRESS::matcher).filter(Matcher::find).forEach(m -> all.putIfAbsent(m.group(1), m.group(2)));
        return all;
    }

    private void pair() {
        int number = 0;
        for (Seen a : links) {
            for (Seen b : links) {
                if (!a.other.isEmpty() && !a.equals(b) && !cables.containsKey(a) && a.isPairOf(b)) {
                    number++;
                    cables.put(a, number);
                    cables.put(b, -number);
                }
            }
        }
    }

    private End end(Seen seen) {
        Optional<String> address = Optional.ofNullable(addresses.get(seen.place).get(seen.name));
        return new End(seen.name, cables.getOrDefault(seen, 0), seen.bridge, seen.up, address);
    }

    /** The host's links of these names, and those whose other end is in one of the other namespaces. */
    List<End> outside(Set<String> names) {
        return links.stream()
                .filter(l -> l.place == 0)
                .filter(l -> names.contains(l.name) || links.stream().anyMatch(o -> o.place != 0 && l.isPairOf(o)))
                .map(this::end)
                .toList();
    }

    /** The names of all links of the host. */
    List<String> ofHost() {
        return links.stream().filter(l -> l.place == 0).map(Seen::name).toList();
    }

    /** A namespace, counted from 1. */
    Room room(int place, String name) {
        return new Room(
                name,
                links.stream().filter(l -> l.place == place).map(this::end).toList(),
                gateways.get(place));
    }
}
