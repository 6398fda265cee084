package porthole.jupyter.java.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;

/**
 * Maven's own resolver, with this machine's settings: mirrors, proxies, credentials, profiles and the local repository.
 * One serves one request, so that settings mended in between count.
 *
 * @see <a href="https://maven.apache.org/resolver/">Maven Artifact Resolver</a>
 */
final class Resolver implements AutoCloseable {
    /** In place of minutes: a server that is silent is told about while somebody waits. In milliseconds. */
    private static final Map<String, Object> PATIENCE =
            Map.of("aether.connector.connectTimeout", 10_000, "aether.connector.requestTimeout", 30_000);

    private static final Sentences SENTENCES = Sentences.of(Resolver.class);

    private final Context context;
    private final RepositorySystem system;
    private final DefaultRepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Resolver(MavenFiles files, List<ArtifactRequest.Repository> more, DownloadProgress progress) throws MagicException {
        ContextOverrides.Builder overrides = ContextOverrides.create()
                .withUserSettings(true)
                .configProperties(new HashMap<>(PATIENCE))
                .transferListener(new Transfers(progress));
        files.userSettings().ifPresent(overrides::withUserSettingsXmlOverride);
        repository(files).ifPresent(overrides::withLocalRepositoryOverride);
        MavenFiles.globalSettings().ifPresent(overrides::withGlobalSettingsXmlOverride);
        context = new StandaloneStaticRuntime().create(overrides.build());
        system = context.repositorySystem();
        session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(0)); // what failed a moment ago is asked again
        List<RemoteRepository> named = more.stream()
                .map(r -> new RemoteRepository.Builder(r.id(), "default", r.url()).build())
                .toList();
        repositories = new ArrayList<>(context.remoteRepositories());
        repositories.addAll(system.newResolutionRepositories(session, named));
    }

    private static Optional<Path> repository(MavenFiles files) throws MagicException {
        try {
            return files.repository();
        } catch (IOException e) {
            throw new MagicException(SENTENCES.say("local.none", System.getProperty("user.home"), e));
        }
    }

    /** The jars of {@code request}, in the order of a class path. */
    List<Jar> resolve(ArtifactRequest request) throws MagicException {
        try {
            CollectRequest collect = new CollectRequest();
            collect.setRepositories(repositories);
            if (request.pom().isPresent()) {
                fromPom(request.pom().get(), request.scopes(), collect);
            } else {
                fromCoordinates(request, collect);
            }
            DependencyRequest wanted =
                    new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
            return jars(system.resolveDependencies(session, wanted).getRoot());
        } catch (RepositoryException e) {
            throw new MagicException(new ResolverErrors(system, session, repositories).sentence(e));
        }
    }

    private void fromCoordinates(ArtifactRequest request, CollectRequest collect) throws RepositoryException {
        List<Dependency> managed = new ArrayList<>();
        for (Coordinates bom : request.boms()) {
            Artifact pom = new DefaultArtifact(bom.group(), bom.artifact(), "pom", version(bom));
            managed.addAll(describe(session, pom).getManagedDependencies());
        }
        collect.setManagedDependencies(managed);
        List<Exclusion> exclusions = request.exclusions().stream()
                .map(e -> e.split(":", -1))
                .map(e -> new Exclusion(e[0], e.length > 1 ? e[1] : "*", "*", "*"))
                .toList();
        for (Coordinates one : request.artifacts()) {
            String version = one.version().isEmpty() ? managed(one, collect) : one.version();
            Artifact artifact =
                    new DefaultArtifact(one.group(), one.artifact(), one.classifier(), one.extension(), version);
            collect.addDependency(new Dependency(artifact, JavaScopes.COMPILE, false, exclusions));
        }
    }

    private static String version(Coordinates one) {
        return one.version().isEmpty() ? "RELEASE" : one.version();
    }

    private static String managed(Coordinates one, CollectRequest collect) {
        return collect.getManagedDependencies().stream()
                .map(Dependency::getArtifact)
                .filter(a ->
                        a.getGroupId().equals(one.group()) && a.getArtifactId().equals(one.artifact()))
                .map(Artifact::getVersion)
                .findFirst()
                .orElse("RELEASE");
    }

    private void fromPom(Path pom, List<String> scopes, CollectRequest collect) throws RepositoryException {
        DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
        strict.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
        PomWorkspace workspace = new PomWorkspace(pom.toFile());
        strict.setWorkspaceReader(workspace);
        ArtifactDescriptorResult described = describe(strict, workspace.artifact());
        described.getRepositories().forEach(r -> {
            if (repositories.stream().noneMatch(known -> known.getUrl().equals(r.getUrl()))) {
                repositories.addAll(system.newResolutionRepositories(session, List.of(r)));
            }
        });
        collect.setRepositories(repositories);
        collect.setManagedDependencies(described.getManagedDependencies());
        described.getDependencies().stream()
                .filter(d -> scopes.contains(d.getScope()))
                .forEach(d ->
                        collect.addDependency(d.setScope(JavaScopes.COMPILE).setOptional(false)));
    }

    private ArtifactDescriptorResult describe(DefaultRepositorySystemSession with, Artifact pom)
            throws RepositoryException {
        return system.readArtifactDescriptor(with, new ArtifactDescriptorRequest(pom, repositories, null));
    }

    private static List<Jar> jars(DependencyNode root) {
        Map<Path, Jar> jars = new LinkedHashMap<>();
        List<DependencyNode> level = root.getChildren();
        Map<DependencyNode, String> parents = new HashMap<>();
        while (!level.isEmpty()) { // what was asked for first, then what it needs: as Maven orders a class path
            List<DependencyNode> next = new ArrayList<>();
            for (DependencyNode node : level) {
                Artifact artifact = node.getArtifact();
                if (artifact.getFile() != null && artifact.getExtension().equals("jar")) {
                    Path file = artifact.getFile().toPath();
                    jars.putIfAbsent(file, new Jar(coordinates(artifact), file, parents.getOrDefault(node, "")));
                }
                node.getChildren().forEach(child -> parents.putIfAbsent(child, artifact.getArtifactId()));
                next.addAll(node.getChildren());
            }
            level = next;
        }
        return List.copyOf(jars.values());
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getExtension(),
                artifact.getClassifier(),
                artifact.getBaseVersion());
    }

    @Override
    public void close() {
        context.close();
    }
}
