package porthole.jupyter.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.display.Sentences;
import porthole.jupyter.magic.ClassPath;
import porthole.jupyter.peers.Extensions;

/** The class path of one session's cells. */
final class SessionClassPath implements ClassPath {
    private static final Sentences SENTENCES = Sentences.of(SessionClassPath.class);

    private final CurrentSnippets snippets;
    private final boolean extensions;
    private final Set<Path> entries = new LinkedHashSet<>();

    /** @param extensions whether what a jar brings for JJava is installed */
    SessionClassPath(CurrentSnippets snippets, boolean extensions) {
        this.snippets = snippets;
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
        for (String name : Extensions.of(entry)) {
            try {
                Extensions.install(name, snippets.get().loader());
            } catch (StopCheck.CellStopped e) {
                throw e;
            } catch (Exception | LinkageError e) {
                System.err.println(SENTENCES.say("extension.failed", name, entry.getFileName(), reason(e)));
            }
        }
    }
}
