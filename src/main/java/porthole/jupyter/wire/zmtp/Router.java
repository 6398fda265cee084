package porthole.jupyter.wire.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * ROUTER: in front of each message that comes stands a frame that says from whom, its <em>route</em>; a message that is
 * sent goes where its first frame says.
 *
 * <p>A route is the other end's identity and the connection's number. So two connections of one identity are both
 * served, as Jupyter's client has them; and where a connection is gone, or belongs to another router, as an answer on
 * stdin to a request on shell does, the newest one of that identity gets the message.
 */
public final class Router extends Pattern {
    private static final Set<String> SUITED = Set.of("DEALER", "REQ", "ROUTER");

    private final Consumer<List<byte[]>> receiver;
    private final ConcurrentNavigableMap<Long, Connection> connections = new ConcurrentSkipListMap<>();

    /** @param receiver takes each message behind its route, by the listener's thread; must not throw */
    public Router(Consumer<List<byte[]>> receiver) {
        this.receiver = receiver;
    }

    /** A router that sends each message back. */
    public static Router echo() {
        Router[] self = new Router[1];
        self[0] = new Router(message -> self[0].send(message));
        return self[0];
    }

    /** Sends all but the first of {@code frames} to whom the first one names; where there is nobody, nowhere. */
    public void send(List<byte[]> frames) {
        Connection connection = find(frames.get(0));
        if (connection != null) {
            connection.send(Outgoing.of(frames.subList(1, frames.size())));
        }
    }

    private @Nullable Connection find(byte[] route) {
        int end = route.length - Long.BYTES;
        if (end < 0) {
            return null;
        }
        Connection itself = connections.get(ByteBuffer.wrap(route).getLong(end));
        if (itself != null || end == 0) {
            return itself;
        }
        return connections.descendingMap().values().stream()
                .filter(c -> Arrays.equals(c.identity(), 0, c.identity().length, route, 0, end))
                .findFirst()
                .orElse(null);
    }

    @Override
    String socketType() {
        return "ROUTER";
    }

    @Override
    boolean suits(String socketType) {
        return SUITED.contains(socketType);
    }

    @Override
    void opened(Connection connection) {
        connections.put(connection.number(), connection);
    }

    @Override
    void received(Connection connection, List<byte[]> message) {
        List<byte[]> routed = new ArrayList<>();
        byte[] identity = connection.identity();
        routed.add(ByteBuffer.allocate(identity.length + Long.BYTES)
                .put(identity)
                .putLong(connection.number())
                .array());
        routed.addAll(message);
        receiver.accept(routed);
    }

    @Override
    void closed(Connection connection) {
        connections.remove(connection.number());
    }
}
