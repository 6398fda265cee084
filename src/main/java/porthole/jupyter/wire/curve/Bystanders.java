package porthole.jupyter.wire.curve;

import zmq.Ctx;
import zmq.Options;
import zmq.SocketBase;
import zmq.ZError;
import zmq.io.IOThread;
import zmq.io.SessionBase;
import zmq.pipe.Pipe;

/**
 * What JeroMQ's mechanism expects around itself, though it only asks whether somebody authenticates clients (nobody does:
 * the connection file's keys are enough) and reports what has failed (nobody listens: the connection is told by what the
 * mechanism returns). None of it runs: no thread of JeroMQ's is started.
 */
final class Bystanders {
    private static final int NO_THREAD = -1;

    private final Ctx context = new Ctx();
    private final IOThread thread = new IOThread(context, NO_THREAD);
    private final SocketBase socket = new Socket(context);

    /** For the mechanism of one connection. */
    SessionBase session(Options options) {
        return new Session(thread, socket, options);
    }

    private static final class Session extends SessionBase {
        Session(IOThread thread, SocketBase socket, Options options) {
            super(thread, false, socket, options, null);
        }

        @Override
        public int zapConnect() {
            return ZError.ECONNREFUSED;
        }

        @Override
        public String getEndpoint() {
            return "";
        }
    }

    private static final class Socket extends SocketBase {
        Socket(Ctx context) {
            super(context, NO_THREAD, 0);
        }

        @Override
        protected void xattachPipe(Pipe pipe, boolean subscribeToAll, boolean isLocallyInitiated) {
            throw new IllegalStateException("nobody connects to it");
        }

        @Override
        protected void xpipeTerminated(Pipe pipe) {
            // there is no pipe
        }
    }
}
