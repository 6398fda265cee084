package porthole;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Answers each question for a name that there is none (RFC 1035, 4.1.1: RCODE 3). An engine without a way out would otherwise
 * wait for name servers that nobody can reach: ten seconds for each name that no container has.
 */
final class NoNames {
    private static final int PORT = 53;
    private static final int HEADER = 12;
    /** QR and RD; RA and the code "name error". */
    private static final byte[] ANSWER = {(byte) 0x81, (byte) 0x83};

    private NoNames() {}

    /** Begins, at port 53 of this machine's loopback; without it, if it is taken. */
    static void begin() {
        Thread thread = new Thread(NoNames::answer, "porthole-names");
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer() {
        try (DatagramSocket socket = new DatagramSocket(PORT, InetAddress.getLoopbackAddress())) {
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            while (true) {
                packet.setLength(512);
                socket.receive(packet);
                if (packet.getLength() >= HEADER) {
                    byte[] data = Arrays.copyOf(packet.getData(), packet.getLength());
                    System.arraycopy(ANSWER, 0, data, 2, ANSWER.length);
                    Arrays.fill(data, 6, HEADER, (byte) 0); // no records of any kind
                    int end = HEADER; // behind the question
                    while (end < data.length && data[end] != 0) {
                        end += (data[end] & 0x3F) + 1;
                    }
                    int length = Math.min(end + 5, data.length);
                    socket.send(new DatagramPacket(data, length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // then names are slow
        }
    }
}
