package porthole.jupyter.java.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shall be resolved: artifacts, or what a POM depends on.
 *
 * @param artifacts asked for by name
 * @param boms POMs whose {@code dependencyManagement} says versions
 * @param exclusions {@code group:artifact} of what shall not be brought along; either may be {@code *}
 * @param repositories beside those of the settings
 * @param pom a POM in place of the artifacts
 * @param scopes of the POM's dependencies
 */
record ArtifactRequest(
        List<Coordinates> artifacts,
        List<Coordinates> boms,
        List<String> exclusions,
        List<Repository> repositories,
        Optional<Path> pom,
        List<String> scopes) {
    ArtifactRequest {
        artifacts = List.copyOf(artifacts);
        boms = List.copyOf(boms);
        exclusions = List.copyOf(exclusions);
        repositories = List.copyOf(repositories);
        scopes = List.copyOf(scopes);
    }

    static ArtifactRequest pom(Path pom, List<String> scopes, List<Repository> repositories) {
        return new ArtifactRequest(List.of(), List.of(), List.of(), repositories, Optional.of(pom), scopes);
    }

    /** Whether the answer is the same for ever. */
    boolean isFixed() {
        List<Coordinates> all = new ArrayList<>(artifacts);
        all.addAll(boms);
        return pom.isEmpty()
                && all.stream().allMatch(c -> c.isFixed() || (c.version().isEmpty() && !boms.isEmpty()));
    }

    /** A repository beside those that Maven's settings name. */
    record Repository(String id, String url) {}
}
