package porthole.probe.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.EngineException;
import porthole.engine.api.InterruptedCall;
import porthole.engine.sandbox.Guest;
import porthole.engine.sandbox.Guests;
import porthole.engine.sandbox.SocketTable;
import porthole.network.Container;

/** Looks at the connections that a container's servers hold, again and again: before ours are opened, and after. */
final class ConnectionWatch {
    private static final String SCRIPT = """
            for ((i = 0; i < 100; i++)); do
              cat /proc/net/tcp /proc/net/tcp6 2>/dev/null
              echo end
              sleep 0.05
            done
            """;

    private final Container container;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<String> lines = new ArrayList<>();
    private final ConnectionCount count = new ConnectionCount();
    private final Runnable news;
    private volatile Set<Integer> servers = Set.of();

    /** @param news what to do after each look */
    ConnectionWatch(Container container, Runnable news) {
        this.container = container;
        this.news = news;
    }

    Container container() {
        return container;
    }

    /** Looks until {@code enough} says so. */
    void run(Guests guests, BooleanSupplier enough) {
        try {
            guests.until(Guest.of(container), SCRIPT, line -> {
                if (!line.equals("end")) {
                    lines.add(line);
                } else {
                    List<SocketTable.Line> sockets = SocketTable.read(lines);
                    servers = sockets.stream()
                            .filter(SocketTable.Line::listening)
                            .map(SocketTable.Line::port)
                            .collect(Collectors.toSet());
                    count.look(sockets);
                    lines.clear();
                    begun.countDown();
                    news.run();
                }
                return enough.getAsBoolean();
            });
        } catch (InterruptedCall e) {
            throw e;
        } catch (EngineException e) {
            // It has ended meanwhile, so it answers nothing; the others are watched on.
            lines.clear();
        } finally {
            begun.countDown();
        }
    }

    /** Waits for the first look. */
    void awaitFirst() throws InterruptedException {
        begun.await();
    }

    /** Whether something listened on that port at the last look. */
    boolean listens(int port) {
        return servers.contains(port);
    }

    /** As {@link ConnectionCount#before}. */
    long before(int port) {
        return count.before(port);
    }

    /** As {@link ConnectionCount#gained}. */
    @Nullable
    Integer gained(int connections) {
        return count.gained(connections);
    }
}
