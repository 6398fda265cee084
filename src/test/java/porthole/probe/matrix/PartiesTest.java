package porthole.probe.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.network.Snapshot;
import porthole.topology.Lab;

class PartiesTest {
    @Test
    void manyAreAskedInGroups() {
        Snapshot many = Lab.many(200, 8);
        Parties parties = Parties.of(many, List.of());
        assertTrue(parties.rows().size() <= 60, parties.rows()::toString);
        int all = parties.rows().size()
                + parties.groups().stream().mapToInt(g -> g.size() - 1).sum();
        assertEquals(201, all);
        assertTrue(parties.pairs().stream().anyMatch(p -> p.from().name().equals(p.column())));
    }
}
