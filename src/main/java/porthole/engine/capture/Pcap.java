package porthole.engine.capture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * What tcpdump writes: packets with their times, in the byte order of the machine that captured them.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-gharris-opsawg-pcap-01.html">The form of capture files</a>
 */
public final class Pcap {
    private static final int MAGIC_MICROS = 0xa1b2c3d4;
    private static final int MAGIC_NANOS = 0xa1b23c4d;
    private static final int LONGEST = 1 << 20;

    /**
     * A packet.
     *
     * @param micros since 1970
     * @param linkType what its first header is: 1 Ethernet, 113 and 276 Linux's "any" interface
     * @param length of the whole, where {@code bytes} is cut
     * @param bytes what was captured of it
     */
    public record Packet(long micros, int linkType, int length, ByteBuffer bytes) {}

    private Pcap() {}

    /** Hands over each packet as it comes, until the stream ends. */
    static void read(InputStream in, Consumer<Packet> to) throws IOException {
        byte[] header = in.readNBytes(24);
        if (header.length < 24) {
            return; // tcpdump ended before it began
        }
        ByteOrder order = order(header);
        ByteBuffer head = ByteBuffer.wrap(header).order(order);
        int perMicro = head.getInt(0) == MAGIC_NANOS ? 1000 : 1;
        int linkType = head.getInt(20) & 0xffff;
        DataInputStream data = new DataInputStream(in);
        byte[] record = new byte[16];
        while (true) {
            try {
                data.readFully(record);
                ByteBuffer fields = ByteBuffer.wrap(record).order(order);
                long seconds = fields.getInt(0) & 0xffffffffL;
                int captured = fields.getInt(8);
                if (captured < 0 || captured > LONGEST) {
                    throw new IOException("A packet of " + captured + " bytes in a capture");
                }
                byte[] bytes = new byte[captured];
                data.readFully(bytes);
                to.accept(new Packet(
                        seconds * 1_000_000 + fields.getInt(4) / perMicro,
                        linkType,
                        fields.getInt(12),
                        ByteBuffer.wrap(bytes)));
            } catch (EOFException e) {
                return;
            }
        }
    }

    private static ByteOrder order(byte[] header) throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            int magic = ByteBuffer.wrap(header).order(order).getInt(0);
            if (magic == MAGIC_MICROS || magic == MAGIC_NANOS) {
                return order;
            }
        }
        throw new IOException("No capture file");
    }
}
