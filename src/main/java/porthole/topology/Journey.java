package porthole.topology;

import java.util.List;
import java.util.Optional;

/**
 * The way that one real call took, station by station, as far as it was observed. Nothing in it is predicted: a station
 * that nothing showed is not there, and what could not be observed is named in {@link #unknown}.
 *
 * @param from who called: a container's name, or {@code host}
 * @param target what was called, as it was given
 * @param stations in the order in which the packet met them
 * @param ending what became of the call
 * @param status the HTTP status of the answer; 0 if no answer in HTTP came
 * @param arrived the addresses and ports as the server sees them: {@code source} is the address that it takes for the
 *     caller's; empty if the packet was not seen where the server is
 * @param unknown what could not be observed, and why
 */
public record Journey(
        String from,
        String target,
        List<JourneyStation> stations,
        Ending ending,
        int status,
        Optional<PacketFlow> arrived,
        List<Gap> unknown) {
    /** What became of a call. */
    public enum Ending {
        /** The server answered. */
        ANSWERED,
        /** A connection was made, and no answer came over it. */
        SILENT,
        /** A connection was made, and closed again before an answer came. */
        CLOSED,
        /** Nothing listens on the port: the called refused the connection. */
        REFUSED,
        /** A rule or a router on the way said no. */
        TURNED_BACK,
        /** Nothing came back in time. */
        LOST,
        /** The called's kernel took the call and answered; what it answered did not come back to the caller. */
        ANSWER_LOST,
        /** On the network of the next address, nobody answers for it (ARP, neighbour discovery): the packet was not sent on. */
        NO_NEIGHBOUR,
        /** The caller's own routing table has no way there; nothing was sent. */
        NO_ROUTE,
        /** The name has no address for the caller; nothing was sent. */
        NO_NAME
    }

    /** What can be missing. */
    public enum Missing {
        /** Packets could not be captured in a network namespace. */
        CAPTURE,
        /** tcpdump did not tell at which devices it saw the packets. */
        DEVICES,
        /** The counters of the packet filter could not be read. */
        COUNTERS,
        /** The kernel's connection tracking could not be read. */
        CONNTRACK,
        /** The connection tracking has no entry of this connection. */
        CONNTRACK_ENTRY,
        /** How the packet went from one container's interface to the other's: nothing was seen between them. */
        BETWEEN,
        /** No rule was seen that rewrote the addresses. */
        RULE,
        /** Which program listens. */
        PROGRAM,
        /** The connection that a program made to go on could not be told from others. */
        SECOND_CONNECTION,
        /** The server's log has no line with the request's mark. */
        LOG,
        /** Which program took the connection, behind a device. */
        TAKER,
        /** Who says that there is no connection or no way: its message came from where nobody looked. */
        REFUSER,
        /** What is behind the host: no engine of ours is there. */
        OUTSIDE,
        /** The namespace in which an overlay network has its bridge was not looked into. */
        OVERLAY
    }

    /** Something that could not be observed. */
    public sealed interface Gap {
        /** Gives in whose namespace or log; empty text if it concerns no single one. */
        String where();
    }

    /**
     * Something that could not be observed.
     *
     * @param missing what
     * @param reason why not, in the words of who refused; empty text for none
     */
    public record Unseen(Missing missing, String where, String reason) implements Gap {}

    /**
     * A packet was seen no more, and nothing tells why: no rule of iptables that can have met it has counted one. Rules of plain
     * nftables, which iptables does not show, may have taken it.
     *
     * @param answer whether it was the answer that was lost
     * @param others the rules that dropped or rejected packets meanwhile, but speak of other ones
     */
    public record Loss(String where, boolean answer, List<JourneyEvidence.Counted> others) implements Gap {
        public Loss {
            others = List.copyOf(others);
        }
    }

    /**
     * A packet was seen no more, and more than one rule can have dropped or rejected it.
     *
     * @param answer whether it was the answer that was lost
     * @param rules those rules, two or more: a single one would be the end of the way
     */
    public record Undecided(String where, boolean answer, List<JourneyEvidence.Counted> rules) implements Gap {
        public Undecided {
            rules = List.copyOf(rules);
            if (rules.size() < 2) {
                throw new IllegalArgumentException(rules.toString());
            }
        }
    }

    public Journey {
        stations = List.copyOf(stations);
        unknown = List.copyOf(unknown);
        boolean ends = stations.stream().anyMatch(s -> s.kind().ends());
        if (ends && unknown.stream().anyMatch(gap -> !(gap instanceof Unseen))) {
            throw new IllegalArgumentException(stations + " " + unknown);
        }
    }

    /** Gives the IP address from which the server sees the call come; empty if that was not observed. */
    public Optional<String> seenAs() {
        return arrived.map(PacketFlow::source);
    }

    /** Whether the server answered. */
    public boolean answered() {
        return ending == Ending.ANSWERED;
    }

    /**
     * Lists the stations of one kind.
     *
     * @param kind which kind
     * @return the stations in their order; none if the packet met no such place
     */
    public List<JourneyStation> stations(JourneyStation.Kind kind) {
        return stations.stream().filter(s -> s.kind() == kind).toList();
    }
}
