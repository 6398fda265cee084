package porthole.jupyter.magic.maven;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.resolution.VersionResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.version.Version;

/** What the resolver could not do, in a sentence for the person who asked. */
final class ResolverErrors {
    private static final int VERSIONS = 5;

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    ResolverErrors(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    String sentence(Exception failure) {
        List<Throwable> all = causes(failure);
        return first(all, ModelBuildingException.class)
                .map(ResolverErrors::pom)
                .or(() -> all.stream().flatMap(t -> silent(t).stream()).findFirst())
                .or(() -> first(all, ArtifactNotFoundException.class).map(e -> absent(e.getArtifact())))
                .or(() -> first(all, VersionResolutionException.class)
                        .map(e -> absent(e.getResult().getRequest().getArtifact())))
                .or(() -> first(all, VersionRangeResolutionException.class)
                        .map(e -> absent(e.getResult().getRequest().getArtifact())))
                .or(() -> first(all, ArtifactResolutionException.class)
                        .map(e -> absent(e.getResult().getRequest().getArtifact())))
                .orElseGet(() -> "Maven could not resolve this: " + failure.getMessage());
    }

    private static <T> Optional<T> first(List<Throwable> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The failure, its causes, and what the resolver keeps beside them in its results. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        List<Throwable> next = new ArrayList<>(List.of(failure));
        while (!next.isEmpty()) {
            Throwable one = next.remove(0);
            if (all.contains(one)) {
                continue;
            }
            all.add(one);
            if (one.getCause() != null) {
                next.add(one.getCause());
            }
            if (one instanceof DependencyResolutionException e) {
                e.getResult().getArtifactResults().forEach(r -> next.addAll(r.getExceptions()));
            } else if (one instanceof ArtifactResolutionException e) {
                e.getResults().stream().map(ArtifactResult::getExceptions).forEach(next::addAll);
            } else if (one instanceof DependencyCollectionException e) {
                next.addAll(e.getResult().getExceptions());
            } else if (one instanceof VersionResolutionException e) {
                next.addAll(e.getResult().getExceptions());
            } else if (one instanceof VersionRangeResolutionException e) {
                next.addAll(e.getResult().getExceptions());
            }
        }
        return all;
    }

    private static String pom(ModelBuildingException e) {
        return "The POM has an error: "
                + e.getProblems().stream()
                        .sorted(Comparator.comparing(ModelProblem::getSeverity))
                        .limit(3)
                        .map(p -> (p.getLineNumber() > 0 ? "line " + p.getLineNumber() + ": " : "")
                                + p.getMessage().strip().replaceAll("\\s+", " ").replaceAll("\\.$", ""))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /** A repository that was asked and did not answer. */
    private static Optional<String> silent(Throwable failure) {
        RemoteRepository repository;
        if (failure instanceof ArtifactTransferException e && !(failure instanceof ArtifactNotFoundException)) {
            repository = e.getRepository();
        } else if (failure instanceof MetadataTransferException e
                && !(failure instanceof org.eclipse.aether.transfer.MetadataNotFoundException)) {
            repository = e.getRepository();
        } else {
            return Optional.empty();
        }
        if (repository == null) {
            return Optional.empty();
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return Optional.of(
                "The repository \"" + repository.getId() + "\" (" + repository.getUrl() + ") did not answer: "
                        + reason(root)
                        + ". What this machine has already can be used without it; otherwise look at the network, "
                        + "and at proxies, mirrors and servers in ~/.m2/settings.xml.");
    }

    private static String reason(Throwable root) {
        String message = String.valueOf(root.getMessage()).strip().replaceAll("\\.$", "");
        return switch (root.getClass().getSimpleName()) {
            case "UnknownHostException" -> "no host of that name is known (" + message + ")";
            case "HttpHostConnectException", "ConnectException" -> "connection refused";
            case "SocketTimeoutException", "ConnectTimeoutException" -> "it was silent for too long";
            case "HttpResponseException" -> "it says \"" + message + "\"";
            default -> root.getClass().getSimpleName() + ", " + message;
        };
    }

    private String absent(Artifact wanted) {
        List<String> versions = versions(wanted);
        String name = wanted.getGroupId() + ":" + wanted.getArtifactId();
        if (versions.isEmpty()) {
            return "No artifact \"" + name + "\" in " + places() + "." + nearest(wanted);
        }
        String newest =
                versions.stream().skip(Math.max(0, versions.size() - VERSIONS)).collect(Collectors.joining(", "));
        boolean exists = versions.contains(wanted.getVersion());
        String part = wanted.getClassifier().isEmpty()
                ? "file of type \"" + wanted.getExtension() + "\""
                : "classifier \"" + wanted.getClassifier() + "\" of type \"" + wanted.getExtension() + "\"";
        return exists
                ? name + " " + wanted.getVersion() + " has no " + part + " in " + places() + "."
                : name + " has no version \"" + wanted.getVersion() + "\" in " + places() + "; the newest are " + newest
                        + ".";
    }

    private List<String> versions(Artifact wanted) {
        Artifact any = new DefaultArtifact(wanted.getGroupId(), wanted.getArtifactId(), "jar", "[0,)");
        try {
            VersionRangeResult found =
                    system.resolveVersionRange(session, new VersionRangeRequest(any, repositories, null));
            return found.getVersions().stream().map(Version::toString).toList();
        } catch (VersionRangeResolutionException e) {
            return List.of();
        }
    }

    private String nearest(Artifact wanted) {
        String group = wanted.getGroupId();
        return Neighbours.nearest(session.getLocalRepository().getBasedir().toPath(), group, wanted.getArtifactId())
                .map(n -> " Did you mean \"" + n + "\"?")
                .orElse(" Look at the spelling of both names.");
    }

    private String places() {
        return Stream.concat(
                        Stream.of("the local repository"),
                        repositories.stream().map(r -> "\"" + r.getId() + "\" (" + r.getUrl() + ")"))
                .collect(Collectors.joining(" and "));
    }
}
