package porthole.probe.who;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import porthole.engine.sandbox.SocketTable;

class ConnectionCountTest {
    private static final int SERVER = 80;

    private final ConnectionCount count = new ConnectionCount();

    /** A table with a server and connections of these peers. */
    private static List<SocketTable.Line> table(IntStream peers) {
        List<SocketTable.Line> lines = new ArrayList<>();
        lines.add(new SocketTable.Line("0.0.0.0", SERVER, "00000000:0000", "0A", "1"));
        peers.forEach(p -> lines.add(new SocketTable.Line("172.17.0.2", SERVER, "010011AC:" + p, "01", "0")));
        return lines;
    }

    @Test
    void newOnesCountWhenTheyStay() {
        count.look(table(IntStream.of(1)));
        count.look(table(IntStream.rangeClosed(1, 8)));
        assertNull(count.gained(7), "seen once");
        count.look(table(IntStream.rangeClosed(1, 8)));
        assertEquals(SERVER, count.gained(7));
        assertEquals(1, count.before(SERVER));
    }

    @Test
    void anOldOneThatEndsMeanwhileChangesNothing() {
        count.look(table(IntStream.of(1)));
        count.look(table(IntStream.rangeClosed(2, 8)));
        count.look(table(IntStream.rangeClosed(2, 8)));
        assertEquals(SERVER, count.gained(7));
        assertEquals(0, count.before(SERVER));
    }

    @Test
    void theVisitorsOfABusyServerDoNotCount() {
        for (int look = 0; look < 5; look++) {
            count.look(table(IntStream.range(look * 20, look * 20 + 20)));
            assertNull(count.gained(7));
        }
    }

    @Test
    void connectionsToOthersDoNotCount() {
        List<SocketTable.Line> client = IntStream.range(0, 9)
                .mapToObj(p -> new SocketTable.Line("172.17.0.2", 40_000, "010011AC:" + p, "01", "0"))
                .toList();
        count.look(List.of());
        count.look(client);
        count.look(client);
        assertNull(count.gained(7), "no server listens there");
    }
}
