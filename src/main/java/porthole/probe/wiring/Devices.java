package porthole.probe.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interfaces of one network namespace, as {@code ip -o link} and {@code ip -o addr} tell.
 *
 * @param links in the order of their numbers
 */
record Devices(List<Link> links) {
    private static final Pattern LINK =
            Pattern.compile("(\\d+): ([^:@\\s]+)(?:@(?:if(\\d+)|([^:\\s]+)))?: .*?mtu (\\d+).*");
    private static final Pattern UP = Pattern.compile("<(\\S+,)?UP[,>]");
    private static final Pattern MASTER = Pattern.compile(".* master (\\S+).*");
    private static final Pattern ADDRESS = Pattern.compile("(\\d+): (\\S+)\\s+inet6? (\\S+).*");

    Devices {
        links = List.copyOf(links);
    }

    /**
     * An interface.
     *
     * @param number its index
     * @param name such as {@code eth0}
     * @param peer the index of the cable's other end, in its own namespace; empty for none
     * @param master the bridge that it is plugged into; empty for none
     * @param mtu in bytes
     * @param up whether it is switched on
     * @param addresses each with its prefix length, IPv4 first; without those that an interface gives itself (link-local)
     */
    record Link(
            int number,
            String name,
            Optional<Integer> peer,
            Optional<String> master,
            int mtu,
            boolean up,
            List<String> addresses) {
        Link {
            addresses = List.copyOf(addresses);
        }

        /** Whether it has that address. */
        boolean has(String address) {
            return addresses.stream().anyMatch(a -> a.startsWith(address + "/"));
        }
    }

    /** Reads the lines of both commands, in any order. */
    static Devices read(List<String> lines) {
        List<Link> links = new ArrayList<>();
        for (String line : lines) {
            Matcher link = LINK.matcher(line);
            if (link.matches()) {
                Matcher master = MASTER.matcher(line);
                links.add(new Link(
                        Integer.parseInt(link.group(1)),
                        String.valueOf(link.group(2)),
                        Optional.ofNullable(link.group(3)).map(Integer::valueOf),
                        master.matches() ? Optional.ofNullable(master.group(1)) : Optional.empty(),
                        Integer.parseInt(link.group(5)),
                        UP.matcher(line).find(),
                        addresses(lines, Integer.parseInt(link.group(1)))));
            }
        }
        return new Devices(links);
    }

    private static List<String> addresses(List<String> lines, int number) {
        return lines.stream()
                .map(ADDRESS::matcher)
                .filter(m -> m.matches() && Integer.parseInt(m.group(1)) == number)
                .map(m -> String.valueOf(m.group(3)))
                .filter(a -> !a.startsWith("fe80:"))
                .sorted(Comparator.comparing((String a) -> a.contains(":")))
                .toList();
    }

    Optional<Link> numbered(int number) {
        return links.stream().filter(l -> l.number() == number).findFirst();
    }

    Optional<Link> named(String name) {
        return links.stream().filter(l -> l.name().equals(name)).findFirst();
    }
}
