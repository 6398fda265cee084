package porthole.topology;

import java.util.Optional;
import porthole.network.Vxlan;

/** What was observed at a station of a {@link Journey}, and with what. */
public sealed interface JourneyEvidence {
    /**
     * tcpdump saw the packet at a device. It is known to be the same packet by its TCP sequence number, which no
     * address translation changes.
     *
     * @param device the device's name
     * @param there how many packets of the connection it saw in the direction of the call
     * @param back how many in the direction of the answer
     * @param bytes the length of the packet in bytes, from its IP header on
     */
    record Captured(String device, int there, int back, int bytes) implements JourneyEvidence {}

    /**
     * The counter of a packet filter's rule was read before and after the call.
     *
     * @param table the rule's table: {@code nat}, {@code filter} or {@code raw}
     * @param rule as {@code iptables-save} prints it, without its counter
     * @param gained by how many packets the counter rose
     * @param own how many packets of this call can have met it; where more were counted, the others are not this call's
     */
    record Counted(String table, String rule, long gained, long own) implements JourneyEvidence {
        /** Whether nothing but this call was counted. */
        public boolean alone() {
            return gained <= own;
        }
    }

    /**
     * The kernel's connection tracking has an entry for the connection.
     *
     * @param original from where to where, as the caller sent it
     * @param reply from where to where the answer goes; other addresses than the original's show address translation
     * @param entry the entry as Linux prints it
     */
    record Tracked(PacketFlow original, PacketFlow reply, String entry) implements JourneyEvidence {}

    /**
     * The server's own log has a line with the mark that the request carried.
     *
     * @param container whose log it is
     * @param line the line
     */
    record Logged(String container, String line) implements JourneyEvidence {}

    /**
     * A name was looked up with the caller's own resolver.
     *
     * @param name what was asked for
     * @param addresses the answers, in their order, separated by commas
     * @param by who answered: the name server of {@code /etc/resolv.conf}, or {@code /etc/hosts}
     */
    record LookedUp(String name, String addresses, String by) implements JourneyEvidence {}

    /**
     * The name has several addresses, and a call to another one was made before this one.
     *
     * @param target that address and the port
     * @param ending what became of that call
     */
    record Tried(String target, Journey.Ending ending) implements JourneyEvidence {}

    /**
     * A process listens on the port.
     *
     * @param process its name and number, as in {@code docker-proxy (PID 4711)}; empty if Linux did not show whose it is
     * @param socket the address and port on which it listens
     */
    record Listening(Optional<String> process, String socket) implements JourneyEvidence {}

    /**
     * The packet came in by one port of a bridge and left by another one.
     *
     * @param in the device by which it came
     * @param out the device by which it left
     */
    record Plugged(String in, String out) implements JourneyEvidence {}

    /**
     * The Ethernet frame was seen inside a VXLAN packet between two hosts.
     *
     * @param packet the whole packet; {@code outerBytes} is its length from the outer IP header on, and that of the
     *     frame inside is {@code inner().bytes()}, its 14 bytes of Ethernet header included
     */
    record Enclosed(Vxlan packet) implements JourneyEvidence {
        private static final int ETHERNET = 14;

        /** Gives the length of the IP packet inside, in bytes. */
        public int inside() {
            return packet.inner().bytes() - ETHERNET;
        }

        /**
         * Gives how many bytes are added to the IP packet inside: 14 of Ethernet, 8 of VXLAN, 8 of UDP, and 20 of IPv4
         * or 40 of IPv6.
         */
        public int added() {
            return packet.outerBytes() - inside();
        }
    }

    /**
     * The request carried a mark that no other one has, and it was read in captured packets here.
     *
     * @param mark the text
     */
    record Marked(String mark) implements JourneyEvidence {}

    /**
     * An ICMP message (RFC 792, RFC 4443) complained of the packet.
     *
     * @param by the address of who sent it
     * @param type its type
     * @param code its code
     */
    record Icmp(String by, int type, int code) implements JourneyEvidence {}

    /**
     * A name was looked up, and no address came.
     *
     * @param name what was asked for
     * @param by the first name server of {@code /etc/resolv.conf}; empty text if there is none
     * @param reply what that server says of the name's IPv4 address
     */
    record Nameless(String name, String by, Reply reply) implements JourneyEvidence {
        /** What a name server says (RFC 1035, 4.1.1). */
        public enum Reply {
            /** There is no such name (NXDOMAIN). */
            NO_SUCH_NAME,
            /** The name is there, without an address (NOERROR). */
            NO_ADDRESS,
            /** It could not find out (SERVFAIL). */
            FAILED,
            /** It does not answer such a question (REFUSED). */
            REFUSED,
            /** Nothing, within a second and a half. */
            NOTHING,
            /** There is no server to ask, or it says something else. */
            UNKNOWN
        }
    }

    /**
     * Linux counts what it drops by itself, in {@code /proc/net/netstat} and {@code /proc/net/snmp}; the counter was read before
     * and after the call.
     *
     * @param counter its name, such as {@code IPReversePathFilter}
     * @param gained by how many packets it rose
     */
    record Dropped(String counter, long gained) implements JourneyEvidence {}

    /**
     * A program said it.
     *
     * @param program such as {@code ip route get} or {@code curl}
     * @param words its own words
     */
    record Said(String program, String words) implements JourneyEvidence {}
}
