package porthole.probe.who;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.engine.sandbox.SocketTable;

/**
 * Counts what the servers of a namespace gain from look to look. Those connections count that are new and that two looks
 * in a row have seen: a server that is in use has new ones all the time, but they do not stay; and old ones that end
 * meanwhile change nothing. Written by one thread, read by any.
 */
final class ConnectionCount {
    private @Nullable Set<Connection> first;
    private Set<Connection> last = Set.of();
    private volatile Map<Integer, Long> old = Map.of();
    private volatile Map<Integer, Long> gained = Map.of();

    /** A server's end of it. */
    private record Connection(int port, String peer) {}

    /** Takes a look; the first says what was there before. */
    void look(List<SocketTable.Line> sockets) {
        Set<Integer> servers = new HashSet<>();
        sockets.stream().filter(SocketTable.Line::listening).forEach(s -> servers.add(s.port()));
        Set<Connection> seen = sockets.stream()
                .filter(s -> s.established() && servers.contains(s.port()))
                .map(s -> new Connection(s.port(), s.peer()))
                .collect(Collectors.toSet());
        Set<Connection> before = first == null ? seen : first;
        Set<Connection> previous = last;
        first = before;
        last = seen;
        old = count(seen, before::contains);
        gained = count(seen, c -> previous.contains(c) && !before.contains(c));
    }

    private static Map<Integer, Long> count(Set<Connection> seen, Predicate<Connection> which) {
        return seen.stream().filter(which).collect(Collectors.groupingBy(Connection::port, Collectors.counting()));
    }

    /** How many connections a port had at the first look, and still has; 0 for none. */
    long before(int port) {
        return old.getOrDefault(port, 0L);
    }

    /** The port that has gained so many; {@code null} where none has. */
    @Nullable
    Integer gained(int connections) {
        return gained.entrySet().stream()
                .filter(e -> e.getValue() >= connections)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
