package porthole.jupyter.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.jupyter.magic.ClassPath;

/** The class path of one session's cells. */
final class SessionClassPath implements ClassPath {
    private final Snippets snippets;
    private final Set<Path> entries = new LinkedHashSet<>();

    SessionClassPath(Snippets snippets) {
        this.snippets = snippets;
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
        }
        return fresh;
    }
}
