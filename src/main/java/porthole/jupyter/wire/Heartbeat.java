package porthole.jupyter.wire;

import java.util.List;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Sends back whatever comes, so that Jupyter knows that the process lives, however busy its cells are. */
final class Heartbeat implements Runnable {
    private final ZMQ.Socket socket;

    /** @param socket a ROUTER, bound already; this closes it */
    Heartbeat(ZMQ.Socket socket) {
        this.socket = socket;
    }

    void start() {
        Thread thread = new Thread(this, "jupyter-heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    /** Instead of {@link #start}. */
    void close() {
        socket.close();
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<byte[]> beat = SocketLoop.receive(socket);
                SocketLoop.transmit(socket, beat);
            }
        } catch (ZMQException e) {
            // The context ends, and with it the kernel.
            socket.close();
        }
    }
}
