package porthole.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections from the kernel's own machine that have sent half a request, and are held open. */
final class Held implements AutoCloseable {
    private static final int LIMIT_MILLISECONDS = 1500;
    private static final byte[] HALF = "GET / HTTP/1.1\r\nHost: porthole\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Socket> sockets = new ArrayList<>();
    private final Optional<String> failure;

    private Held(Target target, int port, int connections) {
        Optional<String> failed = Optional.empty();
        try {
            for (int i = 0; i < connections; i++) {
                Socket socket = new Socket();
                sockets.add(socket);
                socket.connect(new InetSocketAddress(target.host(), port), LIMIT_MILLISECONDS);
                socket.getOutputStream().write(HALF);
            }
        } catch (IOException e) {
            failed = Optional.of(String.valueOf(e.getMessage()));
        }
        failure = failed;
    }

    static Held open(Target target, int port, int connections) {
        return new Held(target, port, connections);
    }

    /** Why they do not stand; empty where they do. */
    Optional<String> failure() {
        return failure;
    }

    /** Our own ends' ports. */
    List<Integer> localPorts() {
        return sockets.stream().map(Socket::getLocalPort).toList();
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is being given up.
            }
        }
    }
}
