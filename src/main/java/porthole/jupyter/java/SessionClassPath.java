package porthole.jupyter.java;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.display.Sentences;
import porthole.jupyter.java.classes.ClassPath;
import porthole.jupyter.java.evaluate.CellFailure;
import porthole.jupyter.java.evaluate.CurrentSnippets;
import porthole.jupyter.java.run.RunningSession;
import porthole.jupyter.java.run.StopCheck;

/** The class path of one session's cells. */
final class SessionClassPath implements ClassPath {
    private static final Sentences SENTENCES = Sentences.of(SessionClassPath.class);

    private final CurrentSnippets snippets;
    private final boolean extensions;
    private final SessionExtensions brought;
    private final Set<Path> entries = new LinkedHashSet<>();

    /**
     * An empty one.
     *
     * @param brought takes what jars bring for this kernel
     * @param extensions whether that, and what a jar brings for JJava, is installed
     */
    SessionClassPath(CurrentSnippets snippets, SessionExtensions brought, boolean extensions) {
        this.snippets = snippets;
        this.brought = brought;
        this.extensions = extensions;
    }

    @Override
    public synchronized List<Path> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized List<Path> add(Collection<Path> paths) {
        List<Path> fresh = new ArrayList<>();
        for (Path path : paths) {
            Path full = path.toAbsolutePath().normalize();
            if (entries.add(full)) {
                fresh.add(full);
            }
        }
        if (!fresh.isEmpty()) {
            snippets.addToClasspath(fresh.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            if (extensions) {
                fresh.forEach(this::install);
            }
        }
        return fresh;
    }

    /** The session begins anew, on the same class path. */
    synchronized void renew() {
        brought.close();
        if (extensions) {
            entries.forEach(this::install);
        }
    }

    /** What went wrong first, in whatever it is wrapped. */
    private static String reason(Throwable thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first instanceof CellFailure failure
                ? failure.outcome().name() + ": " + failure.outcome().message()
                : first.toString();
    }

    private void install(Path entry) {
        Extensions.of(entry).forEach(name -> install(entry, name, () -> Extensions.install(name, loader())));
        if (RunningSession.isOpen()) {
            SessionExtensions.of(entry).forEach(name -> install(entry, name, () -> brought.install(name)));
        }
    }

    private ClassLoader loader() {
        return snippets.get().loader();
    }

    /** What installs one extension. */
    private interface Installing {
        void run() throws Exception;
    }

    private static void install(Path entry, String name, Installing installing) {
        try {
            installing.run();
        } catch (StopCheck.CellStopped e) {
            throw e;
        } catch (Exception | LinkageError | ServiceConfigurationError e) {
            System.err.println(SENTENCES.say("extension.failed", name, entry.getFileName(), reason(e)));
        }
    }
}
