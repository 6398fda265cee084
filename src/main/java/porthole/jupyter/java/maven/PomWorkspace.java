package porthole.jupyter.java.maven;

import java.io.File;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Lets the resolver read one POM file as if it were an artifact, with its parents, BOMs and properties. */
final class PomWorkspace implements WorkspaceReader {
    private final Artifact artifact = new DefaultArtifact("porthole", "cell", "pom", "0");
    private final File pom;

    PomWorkspace(File pom) {
        this.pom = pom;
    }

    /** The name under which the resolver finds the file. */
    Artifact artifact() {
        return artifact;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return new WorkspaceRepository("cell", pom);
    }

    @Override
    public @Nullable File findArtifact(Artifact wanted) {
        boolean same = wanted.getGroupId().equals(artifact.getGroupId())
                && wanted.getArtifactId().equals(artifact.getArtifactId());
        return same ? pom : null;
    }

    @Override
    public List<String> findVersions(Artifact wanted) {
        return List.of();
    }
}
