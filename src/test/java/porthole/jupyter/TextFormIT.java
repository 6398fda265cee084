package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./porthole text} with the Jupytext of another Debian suite. */
@Tag("lab")
@Tag("apart")
class TextFormIT {
    @Test
    void theTextFormOfANotebookLosesNothing(@TempDir Path folder) throws Exception {
        String said = Client.NEWER.run(folder, Map.of(), "text_checks.py", "notebooks", folder.toString());
        assertTrue(said.contains("text form: 3 checks"), said);
    }
}
