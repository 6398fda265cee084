package porthole.jupyter.wire.zmtp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/**
 * XPUB: a message goes to every connection that has subscribed to the beginning of its first frame, its topic.
 *
 * <p>What a subscriber does not read waits for it in memory, so there is an end to it, as ZeroMQ has its high-water mark:
 * above {@code limit} bytes, messages that may be lost are lost for this subscriber until it has read half of what waits.
 * Where the messages went missing, it gets a notice in their place. Above twice {@code limit} the connection is closed:
 * a front end that still lives connects again.
 */
public final class Publisher extends Pattern {
    private static final Sentences SENTENCES = Sentences.of(Publisher.class);

    private static final Set<String> SUITED = Set.of("SUB", "XSUB");
    private static final byte SUBSCRIBE = 1;
    private static final byte CANCEL = 0;

    private final Function<byte[], List<byte[]>> welcome;
    private final long limit;
    private final Consumer<String> log;
    private final Map<Connection, Subscriber> subscribers = new ConcurrentHashMap<>();

    /**
     * @param welcome the message that a new subscriber of a topic gets first; by the listener's thread
     * @param limit bytes that may wait for one subscriber before messages are lost for it
     * @param log takes one sentence about each subscriber that does not read
     */
    public Publisher(Function<byte[], List<byte[]>> welcome, long limit, Consumer<String> log) {
        this.welcome = welcome;
        this.limit = limit;
        this.log = log;
    }

    /** Messages in a row that one subscriber has lost, and their bytes. */
    public record Loss(int messages, long bytes) {}

    /** Sends a message to those who want it, as long as they are connected. By one thread, as {@link #offer}. */
    public void send(List<byte[]> frames) {
        Outgoing message = Outgoing.of(frames);
        now().forEach((connection, subscriber) -> {
            if (subscriber.wants(frames.get(0))) {
                subscriber.tell(connection);
                connection.send(message);
                if (connection.backlog() > 2 * limit) {
                    log.accept(SENTENCES.say("iopub.closed"));
                    connection.close();
                }
            }
        });
    }

    /**
     * Sends a message to those who want it and read.
     *
     * @param notice the message about a loss that began with this one
     */
    public void offer(List<byte[]> frames, Function<Loss, List<byte[]>> notice) {
        Outgoing message = Outgoing.of(frames);
        now().forEach((connection, subscriber) -> {
            if (!subscriber.wants(frames.get(0))) {
                return;
            }
            if (subscriber.isBehind(connection.backlog() + message.size())) {
                subscriber.lose(message.size(), notice);
            } else {
                subscriber.tell(connection);
                connection.send(message);
            }
        });
    }

    /** Without those that open while a message is being sent: a front end that comes back would get it a second time. */
    private Map<Connection, Subscriber> now() {
        return Map.copyOf(subscribers);
    }

    /** What one connection wants, and what it has lost since it was told last. */
    private final class Subscriber {
        private final List<byte[]> topics = new CopyOnWriteArrayList<>();
        private boolean behind;
        private boolean logged;
        private Loss loss = new Loss(0, 0);
        private @Nullable Function<Loss, List<byte[]>> notice;

        boolean wants(byte[] topic) {
            return topics.stream().anyMatch(wanted -> begins(topic, wanted));
        }

        boolean isBehind(long waiting) {
            behind = waiting > (behind ? limit / 2 : limit);
            return behind;
        }

        void lose(int bytes, Function<Loss, List<byte[]>> first) {
            notice = notice == null ? first : notice;
            loss = new Loss(loss.messages() + 1, loss.bytes() + bytes);
            if (!logged) {
                logged = true;
                log.accept(SENTENCES.say("iopub.slow", limit));
            }
        }

        void tell(Connection connection) {
            if (notice != null) {
                connection.send(Outgoing.of(notice.apply(loss)));
                notice = null;
                loss = new Loss(0, 0);
            }
        }
    }

    private static boolean begins(byte[] topic, byte[] wanted) {
        return topic.length >= wanted.length && Arrays.equals(topic, 0, wanted.length, wanted, 0, wanted.length);
    }

    @Override
    String socketType() {
        return "XPUB";
    }

    @Override
    boolean suits(String socketType) {
        return SUITED.contains(socketType);
    }

    @Override
    void opened(Connection connection) {
        subscribers.put(connection, new Subscriber());
    }

    /** A subscription or its end: a byte that says which, and the topic. */
    @Override
    void received(Connection connection, List<byte[]> message) {
        byte[] first = message.get(0);
        Subscriber subscriber = subscribers.get(connection);
        if (first.length == 0 || subscriber == null) {
            return;
        }
        List<byte[]> wanted = subscriber.topics;
        if (first[0] == SUBSCRIBE) {
            byte[] topic = Arrays.copyOfRange(first, 1, first.length);
            wanted.add(topic);
            connection.send(Outgoing.of(welcome.apply(topic)));
        } else if (first[0] == CANCEL) {
            wanted.stream()
                    .filter(topic -> Arrays.equals(topic, 0, topic.length, first, 1, first.length))
                    .findFirst()
                    .ifPresent(wanted::remove); // an array equals only itself
        }
    }

    @Override
    void closed(Connection connection) {
        subscribers.remove(connection);
    }
}
