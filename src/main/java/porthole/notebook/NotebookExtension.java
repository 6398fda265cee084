package porthole.notebook;

import java.util.List;
import java.util.stream.Stream;
import porthole.jupyter.Extension;
import porthole.jupyter.magic.Magic;
import porthole.notebook.line.DockerLine;

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
        return Stream.<Magic>of(
                        new DockerMagic("docker", "", this::line),
                        new DockerMagic("docker-compose", "compose ", this::line))
                .toList();
    }

    @Override
    public void close() {
        Workbench.close();
    }

    private DockerLine line() {
        return new DockerLine(Words.docker);
    }
}
