package porthole.jupyter.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import porthole.display.Sentences;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.MalformedException;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageFactory;
import porthole.jupyter.protocol.Outbox;
import porthole.jupyter.protocol.Publication;

/**
 * Jupyter's messages over the kernel's five sockets: framed, signed, and what a front end may lose. All sockets are bound
 * when the constructor returns; what arrives before {@link #start} waits in them.
 */
public final class Sockets implements Outbox {
    private static final Sentences SENTENCES = Sentences.of(Sockets.class);

    /** What a front end may lose; what the kernel does and which cells ran, it may not. */
    private static final Set<String> OUTPUTS =
            Set.of("stream", "display_data", "update_display_data", "clear_output", "execute_result");

    private final ConnectionFile connection;
    private final MessageFactory letterhead;
    private final Consumer<String> log;
    private final Replays replays = new Replays();
    private final MessageFraming outgoing;
    private final Transport transport;

    /**
     * Binds the sockets.
     *
     * @param letterhead writes the welcome to new subscribers
     * @param log takes one sentence for each message or connection that is dropped
     * @throws ConnectionException where a port is taken
     */
    public Sockets(ConnectionFile connection, MessageFactory letterhead, Consumer<String> log)
            throws ConnectionException {
        this(connection, letterhead, log, Transport.own());
    }

    /** As above, over another transport than the kernel's own. */
    public Sockets(
            ConnectionFile connection, MessageFactory letterhead, Consumer<String> log, Transport.Maker transport)
            throws ConnectionException {
        this.connection = connection;
        this.letterhead = letterhead;
        this.log = log;
        this.outgoing = framing();
        this.transport = transport.bind(connection, log);
    }

    /** Begins to receive; {@code receiver} is called by each channel's own thread. */
    public void start(Receiver receiver) {
        MessageFraming welcomes = framing();
        Map<Channel, MessageFraming> incoming = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            incoming.put(channel, framing());
        }
        transport.start(
                (channel, frames) -> receive(channel, frames, Objects.requireNonNull(incoming.get(channel)), receiver),
                topic -> welcomes.write(letterhead.welcome(topic)));
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
            transport.offer(frames, loss -> outgoing.write(notice(message, loss)));
        } else if (channel == Channel.IOPUB) {
            transport.publish(frames);
        } else {
            transport.send(channel, frames);
        }
    }

    /** What a front end reads in the place of outputs that it has lost, under the cell of the first of them. */
    private Message notice(Message lost, Transport.Loss loss) {
        String megabytes = String.format(Locale.ROOT, "%.1f", loss.bytes() / 1e6);
        String text = SENTENCES.say("iopub.lost", loss.messages(), megabytes) + "\n";
        return letterhead.publish(lost.parent(), new Publication.Stream("stderr", text));
    }

    /** Lets what was sent go out, for a second at most, and closes the sockets. By the thread that sends, or after it. */
    public void close() throws InterruptedException {
        transport.close();
    }

    // A stranger's message must never end the loop: what goes wrong with one is told, and the next one is served.
    private void receive(Channel channel, List<byte[]> frames, MessageFraming framing, Receiver receiver) {
        try {
            receiver.receive(channel, framing.read(frames));
        } catch (MalformedException e) {
            log.accept(SENTENCES.say("dropped", channel.label(), e.sentence()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.accept(SENTENCES.say("served", channel.label(), e));
        }
    }

    private MessageFraming framing() {
        return new MessageFraming(new MessageSignature(connection.key(), connection.scheme()), replays);
    }
}
