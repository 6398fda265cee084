package porthole.jupyter.wire.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** XPUB: a message goes to every connection that has subscribed to the beginning of its first frame, its topic. */
public final class Publisher extends Pattern {
    private static final Set<String> SUITED = Set.of("SUB", "XSUB");
    private static final byte SUBSCRIBE = 1;
    private static final byte CANCEL = 0;

    private final Function<byte[], List<byte[]>> welcome;
    private final Map<Connection, List<byte[]>> topics = new ConcurrentHashMap<>();

    /** @param welcome the message that a new subscriber of a topic gets first; by the listener's thread */
    public Publisher(Function<byte[], List<byte[]>> welcome) {
        this.welcome = welcome;
    }

    /** Sends a message to those who want it. */
    public void send(List<byte[]> frames) {
        ByteBuffer message = Frame.message(frames);
        topics.forEach((connection, wanted) -> {
            if (wanted.stream().anyMatch(topic -> begins(frames.get(0), topic))) {
                connection.send(message.duplicate());
            }
        });
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
        topics.put(connection, new CopyOnWriteArrayList<>());
    }

    /** A subscription or its end: a byte that says which, and the topic. */
    @Override
    void received(Connection connection, List<byte[]> message) {
        byte[] first = message.get(0);
        List<byte[]> wanted = topics.getOrDefault(connection, new ArrayList<>());
        if (first.length > 0 && first[0] == SUBSCRIBE) {
            byte[] topic = Arrays.copyOfRange(first, 1, first.length);
            wanted.add(topic);
            connection.send(Frame.message(welcome.apply(topic)));
        } else if (first.length > 0 && first[0] == CANCEL) {
            wanted.stream()
                    .filter(topic -> Arrays.equals(topic, 0, topic.length, first, 1, first.length))
                    .findFirst()
                    .ifPresent(wanted::remove); // an array equals only itself
        }
    }

    @Override
    void closed(Connection connection) {
        topics.remove(connection);
    }
}
