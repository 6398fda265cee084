package porthole.jupyter.java.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.classes.ClassPath;
import porthole.jupyter.java.magic.AddedPaths;
import porthole.jupyter.magic.Screen;

/** Brings artifacts onto the class path of cells. */
final class Artifacts {
    private final ClassPath classPath;
    private final Screen screen;
    private final MavenFiles files;
    private final Remembered remembered;
    private final Map<String, Coordinates> loaded = new LinkedHashMap<>();

    Artifacts(ClassPath classPath, Screen screen, MavenFiles files) {
        this.classPath = classPath;
        this.screen = screen;
        this.files = files;
        remembered = new Remembered(files);
    }

    /** Resolves {@code request} and adds its jars, except another version of one that is there. */
    AddedPaths add(ArtifactRequest request) throws Exception {
        List<Jar> jars = find(request);
        List<Path> wanted = new ArrayList<>();
        List<Addition> additions = new ArrayList<>();
        for (Jar jar : jars) {
            Optional<Coordinates> there =
                    Optional.ofNullable(loaded.putIfAbsent(jar.coordinates().key(), jar.coordinates()));
            if (there.isEmpty()) {
                wanted.add(jar.file());
            }
            if (there.isEmpty()
                    || !there.get().equals(jar.coordinates())
                    || jar.broughtBy().isEmpty()) {
                additions.add(new Addition(jar, there));
            }
        }
        return new AddedPaths(classPath.add(wanted), new Additions(additions));
    }

    /** What is on the class path of it, a line each. */
    String loaded() {
        return loaded.values().stream().map(Coordinates::toString).collect(java.util.stream.Collectors.joining("\n"));
    }

    private List<Jar> find(ArtifactRequest request) throws Exception {
        Optional<List<Jar>> known = remembered.jars(request);
        if (known.isPresent()) {
            return known.get();
        }
        Downloads downloads = new Downloads(screen);
        List<Jar> jars;
        try {
            jars = apart(
                    () -> {
                        try (Resolver resolver = new Resolver(files, request.repositories(), downloads)) {
                            return resolver.resolve(request);
                        }
                    },
                    downloads);
        } finally {
            downloads.finish();
        }
        remembered.keep(request, jars);
        return jars;
    }

    /** On a thread of its own, because a thread that reads from a socket does not hear an interrupt. */
    private static <T> T apart(Callable<T> task, Downloads downloads) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "maven");
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get();
        } catch (InterruptedException e) {
            downloads.cancel();
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new MagicException(Sentences.of(Artifacts.class).say("failed.resolver", e.getCause()));
        }
    }
}
