package porthole.engine.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A socket of this machine whose connections lead to an engine that is not on it: over SSH, or inside a container. Only
 * this user can open it, as its folder is theirs alone.
 */
public final class Relay implements AutoCloseable {
    /** One connection to the far end. */
    public interface Line extends AutoCloseable {
        /** Takes all that {@code from} gives until it ends; returns at once or later, on any thread. */
        void send(InputStream from) throws IOException;

        /** What the far end says. */
        InputStream answers() throws IOException;

        @Override
        void close();
    }

    /** Makes connections to the far end. */
    public interface Route {
        Line open() throws IOException;

        /** Why the last connection came to nothing, in the far end's words; empty where that is not known. */
        default String complaint() {
            return "";
        }
    }

    private final Path socket;
    private final Route route;
    private final ServerSocketChannel server;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

    /** @param socket a path that is free, of at most 100 letters, in a folder that only this user can enter */
    public Relay(Path socket, Route route) {
        this.socket = socket;
        this.route = route;
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new EngineException(
                    EngineSentences.SENTENCES.say("relay.socket", socket, String.valueOf(e.getMessage())), e);
        }
        Api.threads().execute(this::serve);
    }

    /** A path for a socket, in a new folder that only this user can enter. */
    static Path freeSocket() {
        try {
            return Files.createTempDirectory("porthole").resolve("engine.sock");
        } catch (IOException e) {
            throw new EngineException(
                    EngineSentences.SENTENCES.say("relay.socket", "engine.sock", String.valueOf(e.getMessage())), e);
        }
    }

    public Path socket() {
        return socket;
    }

    String complaint() {
        return route.complaint();
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel near = server.accept();
                Api.threads().execute(() -> connect(near));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(SocketChannel near) {
        open.add(near);
        try (near) {
            Line far = route.open();
            open.add(far);
            try (far) {
                BothWays channel = new BothWays(near);
                far.send(Channels.newInputStream(channel));
                copy(far.answers(), Channels.newOutputStream(channel));
            } finally {
                open.remove(far);
            }
        } catch (IOException | EngineException e) {
            // The near end sees that its connection ends, and asks for the complaint.
        } finally {
            open.remove(near);
        }
    }

    /** Streams of a selectable channel share one lock, so that no reader could wait while another writes: this hides it. */
    private record BothWays(SocketChannel channel) implements ByteChannel {
        @Override
        public int read(ByteBuffer to) throws IOException {
            try {
                return channel.read(to);
            } catch (ClosedChannelException e) {
                return -1; // the other direction has ended, or the relay: an end, which no reader complains about
            }
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return channel.write(from);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Copies and flushes as it comes. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[65536];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            to.write(buffer, 0, n);
            to.flush();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
            Path folder = socket.getParent();
            if (folder != null && folder.getFileName().toString().startsWith("porthole")) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // Nothing is left to lose on a socket that is being given up.
        }
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                // As above.
            }
        }
    }
}
