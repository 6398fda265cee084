package porthole.notebook;

import java.util.List;
import porthole.jupyter.Extension;
import porthole.jupyter.magic.Magic;

/** Brings the words and the magics that speak Docker into the Java kernel. */
public final class NotebookExtension implements Extension {
    /** Each has one import of its own: JShell pays for star imports at every cell. */
    private static final List<String> WORDS =
            List.of("docker", "all", "lab", "topology", "change", "curl", "address", "gateway", "language");

    @Override
    public List<String> startup() {
        return WORDS.stream()
                .map(word -> "import static porthole.notebook.Words." + word + ";")
                .toList();
    }

    @Override
    public List<Magic> magics() {
        return List.of(new DockerMagic("docker", ""), new DockerMagic("docker-compose", "compose "));
    }

    @Override
    public void close() {
        Workbench.close();
    }
}
