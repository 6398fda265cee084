package porthole.jupyter.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A socket and the thread that owns it: receives from it, and sends what comes through the pipe. */
final class SocketLoop implements Runnable {
    private static final int NO_LIMIT = 0;

    private final ZMQ.Context context;
    private final ZMQ.Socket socket;
    private final ZMQ.Socket pipeIn;
    private final ZMQ.Socket pipeOut;
    private final Consumer<List<byte[]>> receiver;
    private final Thread thread;

    /**
     * @param socket bound already; this loop closes it
     * @param receiver is called by the loop's thread; must not throw
     */
    SocketLoop(ZMQ.Context context, String name, ZMQ.Socket socket, Consumer<List<byte[]>> receiver) {
        this.context = context;
        this.socket = socket;
        this.receiver = receiver;
        String pipe = "inproc://" + name;
        pipeOut = context.socket(SocketType.PULL);
        pipeOut.setHWM(NO_LIMIT);
        pipeOut.bind(pipe);
        pipeIn = context.socket(SocketType.PUSH);
        pipeIn.setHWM(NO_LIMIT);
        pipeIn.connect(pipe);
        thread = new Thread(this, "jupyter-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Sends {@code frames} on the socket soon. Only one thread may call this. */
    void send(List<byte[]> frames) {
        transmit(pipeIn, frames);
    }

    /** Lets what was sent go out, then closes the socket. By the thread that called {@link #send}, or after its end. */
    void stop() throws InterruptedException {
        // No message of the protocol is one empty frame.
        pipeIn.send(new byte[0]);
        pipeIn.close();
        thread.join();
    }

    @Override
    public void run() {
        ZMQ.Poller poller = context.poller(2);
        poller.register(socket, ZMQ.Poller.POLLIN);
        poller.register(pipeOut, ZMQ.Poller.POLLIN);
        boolean goesOn = true;
        while (goesOn) {
            poller.poll(-1);
            if (poller.pollin(0)) {
                receiver.accept(receive(socket));
            }
            if (poller.pollin(1)) {
                goesOn = forward();
            }
        }
        poller.close();
        pipeOut.close();
        socket.close();
    }

    private boolean forward() {
        List<byte[]> frames = receive(pipeOut);
        if (frames.size() == 1 && frames.get(0).length == 0) {
            return false;
        }
        transmit(socket, frames);
        return true;
    }

    /** Sends from the loop's own thread. */
    void sendNow(List<byte[]> frames) {
        transmit(socket, frames);
    }

    static List<byte[]> receive(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = socket.recv(0);
            if (frame != null) {
                frames.add(frame);
            }
        } while (socket.hasReceiveMore());
        return frames;
    }

    static void transmit(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
    }
}
