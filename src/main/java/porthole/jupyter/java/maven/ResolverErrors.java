package porthole.jupyter.java.maven;

import java.io.File;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import porthole.display.Nearest;
import porthole.display.Sentences;

/** What the resolver could not do, in a sentence for the person who asked. */
final class ResolverErrors {
    private static final Sentences SENTENCES = Sentences.of(ResolverErrors.class);

    private static final int VERSIONS = 5;

    /** As in "'dependencies.dependency.version' for org.tea:leaf:jar is missing". */
    private static final Pattern MISSING =
            Pattern.compile("'dependencies\\.dependency\\.(\\w+)' for (\\S+?)(?::jar)? is missing");

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
                .or(() -> first(all, FileSystemException.class).flatMap(this::unwritable))
                .or(() -> all.stream().flatMap(t -> silent(t).stream()).findFirst())
                .or(() -> first(all, ArtifactNotFoundException.class).map(e -> absent(e.getArtifact())))
                .or(() -> first(all, VersionResolutionException.class)
                        .map(e -> absent(e.getResult().getRequest().getArtifact())))
                .or(() -> first(all, VersionRangeResolutionException.class)
                        .map(e -> absent(e.getResult().getRequest().getArtifact())))
                .or(() -> first(all, ArtifactResolutionException.class)
                        .map(e -> absent(e.getResult().getRequest().getArtifact())))
                .orElseGet(() -> SENTENCES.say("failed", failure.getMessage()));
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
        return SENTENCES.say(
                "pom.error",
                e.getProblems().stream()
                        .sorted(Comparator.comparing(ModelProblem::getSeverity))
                        .limit(3)
                        .map(ResolverErrors::problem)
                        .collect(Collectors.joining("; ")));
    }

    private static String problem(ModelProblem problem) {
        String message = problem.getMessage().strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
        Matcher part = MISSING.matcher(message);
        if (part.matches()) {
            message = SENTENCES.say("pom.part", part.group(2), part.group(1));
        }
        return problem.getLineNumber() > 0 ? SENTENCES.say("pom.line", problem.getLineNumber(), message) : message;
    }

    /** What was fetched has nowhere to go; the resolver says it of the repository that it asked. */
    private Optional<String> unwritable(FileSystemException failure) {
        File local = session.getLocalRepository().getBasedir();
        String at = String.valueOf(failure.getFile());
        if (!at.startsWith(local.getPath()) && !local.getPath().startsWith(at)) {
            return Optional.empty();
        }
        String reason = failure instanceof AccessDeniedException
                ? SENTENCES.say("local.denied")
                : String.valueOf(failure.getReason() == null ? failure : failure.getReason());
        return Optional.of(SENTENCES.say("local", local, at, reason));
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
        return Optional.of(SENTENCES.say("silent", repository.getId(), repository.getUrl(), reason(root)));
    }

    private static String reason(Throwable root) {
        String message = String.valueOf(root.getMessage()).strip().replaceAll("\\.$", "");
        return switch (root.getClass().getSimpleName()) {
            case "UnknownHostException" -> SENTENCES.say("silent.host", message);
            case "HttpHostConnectException", "ConnectException" -> SENTENCES.say("silent.refused");
            case "SocketTimeoutException", "ConnectTimeoutException" -> SENTENCES.say("silent.long");
            case "HttpResponseException" -> SENTENCES.say("silent.says", message);
            default -> root.getClass().getSimpleName() + ", " + message;
        };
    }

    private String absent(Artifact wanted) {
        List<String> versions = versions(wanted);
        String name = wanted.getGroupId() + ":" + wanted.getArtifactId();
        if (versions.isEmpty()) {
            return SENTENCES.say("absent.artifact", name, places(), nearest(wanted));
        }
        String newest =
                versions.stream().skip(Math.max(0, versions.size() - VERSIONS)).collect(Collectors.joining(", "));
        String version = wanted.getVersion();
        if (!versions.contains(version)) {
            return SENTENCES.say("absent.version", name, version, places(), newest);
        }
        String type = wanted.getExtension();
        return wanted.getClassifier().isEmpty()
                ? SENTENCES.say("absent.type", name, version, type, places())
                : SENTENCES.say("absent.classifier", name, version, wanted.getClassifier(), type, places());
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
                .map(Nearest::meant)
                .orElseGet(() -> SENTENCES.say("near.none"));
    }

    private String places() {
        return Stream.concat(
                        Stream.of(SENTENCES.say("place.local")),
                        repositories.stream().map(r -> "\"" + r.getId() + "\" (" + r.getUrl() + ")"))
                .reduce((a, b) -> SENTENCES.say("place.and", a, b))
                .orElseThrow();
    }
}
