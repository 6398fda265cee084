package porthole.probe.who;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;

/** Connections from the kernel's own machine that have sent half a request, and are held open. */
final class HeldConnections implements AutoCloseable {
    private static final int LIMIT_MILLISECONDS = 1500;
    private static final byte[] HALF = "GET / HTTP/1.1\r\nHost: porthole\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Socket> sockets = new ArrayList<>();
    private final Optional<String> failure;

    private HeldConnections(Target target, int port, int connections) {
        Optional<String> failed = Optional.empty();
        try {
            for (int i = 0; i < connections; i++) {
                Socket socket = new Socket();
                sockets.add(socket);
                socket.connect(new InetSocketAddress(target.host(), port), LIMIT_MILLISECONDS);
                socket.getOutputStream().write(HALF);
            }
        } catch (IOException e) {
            failed = Optional.of(sentence(e));
        }
        failure = failed;
    }

    static HeldConnections open(Target target, int port, int connections) {
        return new HeldConnections(target, port, connections);
    }

    /** Why they do not stand; empty where they do. */
    Optional<String> failure() {
        return failure;
    }

    private static String sentence(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return ProbeSentences.SENTENCES.say("held.timeout");
        }
        if (e instanceof ConnectException && String.valueOf(e.getMessage()).contains("refused")) {
            return ProbeSentences.SENTENCES.say("held.refused");
        }
        return e instanceof NoRouteToHostException
                ? ProbeSentences.SENTENCES.say("held.no-route")
                : String.valueOf(e.getMessage());
    }

    /** Whether the other side has ended most of them: a rule that rejects says so to some at once, and to others later. */
    boolean ended() {
        return 2 * sockets.stream().filter(HeldConnections::ended).count() > sockets.size();
    }

    private static boolean ended(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
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
