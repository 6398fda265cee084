package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchersTest {
    private final ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();

    @Test
    void theServerIsFoundAmongTheParentsWithTheWrappersBeforeIt() {
        assertEquals(List.of(parent), Launchers.of(String.valueOf(parent.pid())).nearestFirst());
        ProcessHandle grandparent = parent.parent().orElseThrow();
        assertEquals(
                List.of(parent, grandparent),
                Launchers.of(String.valueOf(grandparent.pid())).nearestFirst());
    }

    @Test
    void aProcessThatIsNoParentIsNoServer() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "1000").start();
        try {
            assertEquals(List.of(), Launchers.of(String.valueOf(stranger.pid())).nearestFirst());
        } finally {
            stranger.destroy();
        }
        for (String nothing : List.of("", "0", "-1", "none", "99999999999999999999")) {
            assertEquals(List.of(), Launchers.of(nothing).nearestFirst());
        }
        assertEquals(List.of(), Launchers.of(null).nearestFirst());
    }
}
