package porthole.jupyter.wire;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Letterhead;
import porthole.jupyter.protocol.MalformedException;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.Outbox;
import porthole.jupyter.protocol.Publication;
import porthole.jupyter.wire.zmtp.Listener;
import porthole.jupyter.wire.zmtp.Publisher;
import porthole.jupyter.wire.zmtp.Router;

/**
 * The kernel's five sockets. All are bound when the constructor returns; what arrives before {@link #start} waits in
 * them.
 */
public final class Sockets implements Outbox {
    private static final Sentences SENTENCES = Sentences.of(Sockets.class);

    /** For how long the end of the kernel waits for a front end to take what was sent. */
    private static final long LINGER = TimeUnit.SECONDS.toNanos(1);

    /** Bytes of iopub that may wait for a front end that does not read, before it loses outputs. */
    private static final long UNREAD = 64L * 1024 * 1024;

    /** … and never more than this part of the heap. */
    private static final int UNREAD_SHARE = 8;

    /** What a front end may lose; what the kernel does and which cells ran, it may not. */
    private static final Set<String> OUTPUTS =
            Set.of("stream", "display_data", "update_display_data", "clear_output", "execute_result");

    private final ConnectionFile connection;
    private final Letterhead letterhead;
    private final Consumer<String> log;
    private final Replays replays = new Replays();
    private final Framing outgoing;
    private final Map<Channel, ServerSocketChannel> bound = new EnumMap<>(Channel.class);
    private final ServerSocketChannel heartbeat;
    private final List<Listener> listeners = new ArrayList<>();
    private final Map<Channel, Router> routers = new EnumMap<>(Channel.class);
    private @Nullable Publisher publisher;

    /**
     * Binds the sockets.
     *
     * @param letterhead writes the welcome to new subscribers
     * @param log takes one sentence for each message or connection that is dropped
     * @throws ConnectionException where a port is taken
     */
    public Sockets(ConnectionFile connection, Letterhead letterhead, Consumer<String> log) throws ConnectionException {
        this.connection = connection;
        this.letterhead = letterhead;
        this.log = log;
        this.outgoing = framing();
        try {
            for (Channel channel : Channel.values()) {
                bound.put(channel, bind(channel.label(), port(channel)));
            }
            heartbeat = bind("heartbeat", connection.heartbeatPort());
        } catch (ConnectionException e) {
            bound.values().forEach(Sockets::closeQuietly);
            throw e;
        }
    }

    private int port(Channel channel) {
        return switch (channel) {
            case SHELL -> connection.shellPort();
            case CONTROL -> connection.controlPort();
            case STDIN -> connection.stdinPort();
            case IOPUB -> connection.iopubPort();
        };
    }

    private ServerSocketChannel bind(String name, int port) throws ConnectionException {
        try {
            if (connection.isLocal()) { // a kernel that was killed has left its own behind
                Files.deleteIfExists(connection.path(port));
            }
            return Listener.bind(connection.socketAddress(port));
        } catch (IOException e) {
            throw new ConnectionException(
                    "Cannot listen on " + connection.endpoint(port) + " for " + name + " (" + e.getMessage()
                            + "): it is taken, or not this machine's. Start the kernel again, and Jupyter chooses "
                            + "others.",
                    e);
        }
    }

    /** Begins to receive; {@code receiver} is called by each channel's own thread. */
    public synchronized void start(Receiver receiver) {
        Framing welcomes = framing();
        Publisher iopub = new Publisher(
                topic -> welcomes.write(letterhead.welcome(topic)),
                Math.min(UNREAD, Runtime.getRuntime().maxMemory() / UNREAD_SHARE),
                log);
        publisher = iopub;
        for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
            Framing framing = framing();
            routers.put(channel, new Router(frames -> receive(channel, frames, framing, receiver)));
        }
        try {
            for (Map.Entry<Channel, Router> router : routers.entrySet()) {
                Channel channel = router.getKey();
                listeners.add(Listener.start(channel.label(), socket(channel), router.getValue(), log));
            }
            listeners.add(Listener.start("iopub", socket(Channel.IOPUB), iopub, log));
            listeners.add(Listener.start("heartbeat", heartbeat, Router.echo(), log));
        } catch (IOException e) {
            log.accept("The kernel cannot wait on its sockets (" + e.getMessage() + ").");
        }
    }

    /** Takes what arrives. */
    @FunctionalInterface
    public interface Receiver {
        void receive(Channel channel, Message message);
    }

    @Override
    public void send(Channel channel, Message message) {
        List<byte[]> frames = outgoing.write(message);
        if (channel == Channel.IOPUB && OUTPUTS.contains(message.type())) {
            Objects.requireNonNull(publisher).offer(frames, loss -> outgoing.write(notice(message, loss)));
        } else if (channel == Channel.IOPUB) {
            Objects.requireNonNull(publisher).send(frames);
        } else {
            Objects.requireNonNull(routers.get(channel)).send(frames);
        }
    }

    /** What a front end reads in the place of outputs that it has lost, under the cell of the first of them. */
    private Message notice(Message lost, Publisher.Loss loss) {
        String megabytes = String.format(Locale.ROOT, "%.1f", loss.bytes() / 1e6);
        String text = SENTENCES.say("iopub.lost", loss.messages(), megabytes) + "\n";
        return letterhead.publish(lost.parent(), new Publication.Stream("stderr", text));
    }

    /** Lets what was sent go out, for a second at most, and closes the sockets. By the thread that sends, or after it. */
    public synchronized void close() throws InterruptedException {
        long deadline = System.nanoTime() + LINGER;
        for (Listener listener : listeners) {
            listener.close(deadline);
        }
        bound.values().forEach(Sockets::closeQuietly);
        closeQuietly(heartbeat);
        if (connection.isLocal()) {
            connection.ports().forEach(port -> deleteQuietly(connection.path(port)));
        }
    }

    private static void closeQuietly(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            // What is closed with an error is closed.
        }
    }

    private static void deleteQuietly(java.nio.file.Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The next kernel at this path removes it.
        }
    }

    // A stranger's message must never end the loop: what goes wrong with one is told, and the next one is served.
    private void receive(Channel channel, List<byte[]> frames, Framing framing, Receiver receiver) {
        try {
            receiver.receive(channel, framing.read(frames));
        } catch (MalformedException e) {
            log.accept("Dropped a message on " + channel.label() + ": " + e.sentence() + ".");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.accept("Could not serve a message on " + channel.label() + ": " + e);
        }
    }

    private Framing framing() {
        return new Framing(new Signature(connection.key(), connection.scheme()), replays);
    }

    private ServerSocketChannel socket(Channel channel) {
        return Objects.requireNonNull(bound.get(channel));
    }
}
