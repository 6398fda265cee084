package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.network.Literal;
import porthole.topology.JourneyEvidence;
import porthole.topology.PacketFlow;

/**
 * The kernel's connection tracking, as {@code /proc/net/nf_conntrack} and {@code conntrack -L} print it: a line for each
 * connection, with its addresses and ports as the caller sent them, then as the answer has them.
 */
final class Conntrack {
    private static final Pattern TUPLE = Pattern.compile("src=(\\S+) dst=(\\S+) sport=(\\d+) dport=(\\d+)");
    /** What changes from moment to moment: the entry's age, what it is used by. */
    private static final Pattern PASSING =
            Pattern.compile("^(?:ipv[46]\\s+\\d+\\s+)?tcp\\s+6\\s+\\d+\\s+|\\s+use=\\d+$");

    private Conntrack() {}

    /** The entry of the connection that the caller asked for with this flow. */
    static Optional<JourneyEvidence.Tracked> of(List<String> lines, PacketFlow original) {
        return lines.stream()
                .flatMap(line -> read(line).stream())
                .filter(entry -> entry.original().equals(original))
                .findFirst();
    }

    /** The entry of a connection to that address and port, from that source port, whatever its source address. */
    static Optional<JourneyEvidence.Tracked> to(List<String> lines, PacketFlow meant) {
        return lines.stream()
                .flatMap(line -> read(line).stream())
                .filter(entry -> entry.original().to().equals(meant.to())
                        && entry.original().sourcePort() == meant.sourcePort())
                .findFirst();
    }

    private static Optional<JourneyEvidence.Tracked> read(String line) {
        Matcher tuple = TUPLE.matcher(line);
        if (!line.contains("tcp") || !tuple.find()) {
            return Optional.empty();
        }
        PacketFlow original = flow(tuple);
        return tuple.find()
                ? Optional.of(new JourneyEvidence.Tracked(
                        original,
                        flow(tuple),
                        PASSING.matcher(line.strip()).replaceAll("").replaceAll("\\s+", " ")))
                : Optional.empty();
    }

    private static PacketFlow flow(Matcher tuple) {
        return new PacketFlow(
                Literal.canonical(tuple.group(1)),
                Integer.parseInt(tuple.group(3)),
                Literal.canonical(tuple.group(2)),
                Integer.parseInt(tuple.group(4)));
    }
}
