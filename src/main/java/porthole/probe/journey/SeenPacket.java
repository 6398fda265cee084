package porthole.probe.journey;

import java.util.Optional;
import porthole.network.Vxlan;
import porthole.topology.PacketFlow;

/**
 * A TCP packet that tcpdump saw at a device.
 *
 * @param device the device's index in its namespace; 0 where tcpdump did not tell
 * @param outgoing whether it left by that device, as opposed to having come in by it
 * @param micros when, since 1970
 * @param flow its addresses and ports; of a packet inside VXLAN the inner ones
 * @param flags TCP's, as they stand in the header
 * @param sequence TCP's sequence number
 * @param acknowledged TCP's acknowledgement number
 * @param bytes its length from the IP header on
 * @param data its text, as far as it carries some
 * @param outer the VXLAN packet around it; empty for none
 * @param complaint the ICMP message that complains of it, of which only the beginning is known then; empty for none
 */
record SeenPacket(
        int device,
        boolean outgoing,
        long micros,
        PacketFlow flow,
        int flags,
        long sequence,
        long acknowledged,
        int bytes,
        String data,
        Optional<Vxlan> outer,
        Optional<Complaint> complaint) {
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;
    private static final long NUMBERS = 1L << 32;

    /**
     * An ICMP message.
     *
     * @param by the address of who sent it
     * @param type its type (RFC 792, RFC 4443)
     * @param code its code
     */
    record Complaint(String by, int type, int code) {
        private static final int UNREACHABLE = 3;
        private static final int UNREACHABLE6 = 1;

        /** Whether it says that there is no route: not that the route's end does not answer. */
        boolean noRoute() {
            return code == 0 && type == (by.contains(":") ? UNREACHABLE6 : UNREACHABLE);
        }
    }

    /** Whether it asks for a connection. */
    boolean asks() {
        return complaint.isEmpty() && (flags & (SYN | ACK)) == SYN;
    }

    /**
     * Whether the called one sent it to answer that packet. Where a bridge hands packets to iptables (br_netfilter), the
     * caller's address is back in place in an answer that the bridge's own device sees: its flow is not the asked one's reverse.
     */
    boolean answers(SeenPacket asked) {
        return complaint.isEmpty()
                && (flags & ACK) != 0
                && acknowledged == (asked.sequence + 1) % NUMBERS
                && flow.from().equals(asked.flow.to());
    }

    /** Whether a kernel takes with it the connection that a packet of that sequence number asked for (SYN, ACK). */
    boolean takes(long asked) {
        return complaint.isEmpty() && (flags & (SYN | ACK)) == (SYN | ACK) && acknowledged == (asked + 1) % NUMBERS;
    }

    /** Whether it refuses the connection that a packet of that sequence number asked for. */
    boolean refuses(long asked) {
        return complaint.isEmpty() && (flags & RST) != 0 && acknowledged == (asked + 1) % NUMBERS;
    }
}
