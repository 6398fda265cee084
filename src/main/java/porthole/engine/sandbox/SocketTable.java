package porthole.engine.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.network.Literal;

/** Linux's {@code /proc/net/tcp} and {@code tcp6}: see proc_net_tcp in the kernel's documentation. */
public final class SocketTable {
    private static final int WORD = 4;

    private static final Pattern INODE = Pattern.compile(" ino:([0-9]+)");

    private SocketTable() {}

    /**
     * A socket.
     *
     * @param address the local one, in numbers; an IPv4 address inside IPv6 ({@code ::ffff:…}) as IPv4
     * @param port the local one
     * @param peer the other end, as the table writes it: unlike the inode, which is 0 before a server accepts, it tells two
     *     connections of one port apart
     * @param state {@code 0A} is LISTEN, {@code 01} ESTABLISHED; of a UDP socket {@code 07} is one that takes from anybody
     * @param inode by which {@code /proc/PID/fd} names it
     * @param sixOnly whether it is known that a socket on {@code ::} takes no IPv4
     */
    public record Line(String address, int port, String peer, String state, String inode, boolean sixOnly) {
        /** A socket of which it is not known whether it is for IPv6 alone. */
        public Line(String address, int port, String peer, String state, String inode) {
            this(address, port, peer, state, inode, false);
        }

        /** Whether it waits for connections. */
        public boolean listening() {
            return state.equals("0A");
        }

        /** Whether it is a UDP socket that takes datagrams from anybody. */
        public boolean bound() {
            return state.equals("07");
        }

        /** Whether it is one end of a connection. */
        public boolean established() {
            return state.equals("01");
        }
    }

    /**
     * The sockets in {@code lines}; what is no line of such a table is left out, but for what {@code ss -e} says of which
     * of them are for IPv6 alone.
     */
    public static List<Line> read(List<String> lines) {
        Set<String> sixOnly = lines.stream()
                .filter(line -> line.contains(" v6only:1"))
                .map(INODE::matcher)
                .filter(Matcher::find)
                .map(inode -> inode.group(1))
                .collect(Collectors.toSet());
        List<Line> sockets = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > 9 && fields[0].endsWith(":") && fields[1].matches("[0-9A-F]{8,32}:[0-9A-F]{4}")) {
                String[] local = fields[1].split(":", 2);
                int port = Integer.parseInt(local[1], 16);
                boolean only = sixOnly.contains(fields[9]);
                sockets.add(new Line(address(local[0]), port, fields[2], fields[3], fields[9], only));
            }
        }
        return sockets;
    }

    /** Words of four bytes, each in the machine's order, which is little end first wherever Docker runs today. */
    private static String address(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);
        for (int i = 0; i + WORD <= bytes.length; i += WORD) {
            for (int j = 0; j < WORD / 2; j++) {
                byte low = bytes[i + j];
                bytes[i + j] = bytes[i + WORD - 1 - j];
                bytes[i + WORD - 1 - j] = low;
            }
        }
        boolean mapped = bytes.length == 4 * WORD
                && IntStream.range(0, 10).allMatch(i -> bytes[i] == 0)
                && bytes[10] == -1
                && bytes[11] == -1;
        return Literal.of(mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes);
    }
}
