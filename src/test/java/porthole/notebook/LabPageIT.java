package porthole.notebook;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The same person in JupyterLab 4. */
@Tag("lab")
class LabPageIT extends NotebookPageIT {
    @Override
    FrontEnd frontEnd(Path home, Path notebooks) throws Exception {
        return new Lab4(home, notebooks);
    }
}
