package porthole.engine;

import java.util.ArrayList;
import java.util.List;

/** Linux's {@code /proc/net/tcp} and {@code tcp6}: see proc_net_tcp in the kernel's documentation. */
final class SocketTable {
    private SocketTable() {}

    /**
     * A socket.
     *
     * @param port the local one
     * @param state {@code 0A} is LISTEN, {@code 01} ESTABLISHED
     * @param inode by which {@code /proc/PID/fd} names it
     */
    record Line(int port, String state, String inode) {
        boolean listening() {
            return state.equals("0A");
        }
    }

    static List<Line> read(List<String> lines) {
        List<Line> sockets = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > 9 && fields[0].endsWith(":")) {
                String local = fields[1];
                int port = Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
                sockets.add(new Line(port, fields[3], fields[9]));
            }
        }
        return sockets;
    }
}
