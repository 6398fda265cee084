package porthole.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.engine.Guest;
import porthole.engine.Guests;
import porthole.engine.SocketTable;
import porthole.network.Container;

/** Counts the connections that a container's servers hold, again and again: before ours are opened, and after. */
final class Watch {
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
    private final Map<Integer, Long> before = new ConcurrentHashMap<>();
    private volatile Map<Integer, Long> now = Map.of();
    private final Runnable news;

    /** @param news what to do after each look */
    Watch(Container container, Runnable news) {
        this.container = container;
        this.news = news;
    }

    Container container() {
        return container;
    }

    /** Looks until {@code enough} says so. */
    void run(Guests guests, java.util.function.BooleanSupplier enough) {
        try {
            guests.until(Guest.of(container), SCRIPT, line -> {
                if (!line.equals("end")) {
                    lines.add(line);
                } else {
                    look(SocketTable.read(lines));
                    lines.clear();
                }
                return enough.getAsBoolean();
            });
        } finally {
            begun.countDown();
        }
    }

    private void look(List<SocketTable.Line> sockets) {
        Set<Integer> servers = new HashSet<>();
        sockets.stream().filter(SocketTable.Line::listening).forEach(s -> servers.add(s.port()));
        Map<Integer, Long> counted = sockets.stream()
                .filter(s -> s.established() && servers.contains(s.port()))
                .collect(Collectors.groupingBy(SocketTable.Line::port, Collectors.counting()));
        if (begun.getCount() > 0) {
            before.putAll(counted);
            begun.countDown();
        }
        now = counted;
        news.run();
    }

    /** Waits for the first look. */
    void awaitFirst() throws InterruptedException {
        begun.await();
    }

    /** How many connections a port had before; 0 for none. */
    long before(int port) {
        return before.getOrDefault(port, 0L);
    }

    /** The port that has gained so many connections; {@code null} where none has. */
    @Nullable
    Integer gained(int connections) {
        return now.entrySet().stream()
                .filter(e -> e.getValue() - before(e.getKey()) >= connections)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
