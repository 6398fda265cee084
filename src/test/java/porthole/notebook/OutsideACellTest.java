package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.jupyter.java.show.DisplayWords;

/** The words in a program of one's own: a test of JUnit's, a session of jshell's. */
@Tag("engine")
class OutsideACellTest {
    @Test
    void theWordsWorkWithoutAKernel() {
        assertTrue(porthole.notebook.Words.docker.info().containers() >= 0);
        assertTrue(porthole.notebook.Words.topology("bridge").toString().contains("bridge"));
    }

    @Test
    void aSnapshotAsJsonHasNoWrapping() {
        String json = DisplayWords.json(porthole.notebook.Words.docker.snapshot())
                .outputs()
                .toString();
        assertTrue(json.contains("gateway"), json);
        assertFalse(json.contains("Optional"), json);
    }
}
