package porthole.lesson.progress;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import porthole.display.Home;

/**
 * The learner's progress, on the learner's machine alone: a file for each lesson in {@code progress} of the user's state
 * folder ({@code ~/.local/state/porthole/progress/two-tier.properties}).
 */
public final class ProgressFiles {
    private static final String END = ".properties";
    private static final String LOCK = "lock";

    private final Path folder;

    /** @param folder where the files are, made when the first is written */
    public ProgressFiles(Path folder) {
        this.folder = folder;
    }

    /** Those of this user; elsewhere if {@code PORTHOLE_PROGRESS} names a folder, as for cells that are nobody's own. */
    public static ProgressFiles ofThisUser() {
        String elsewhere = System.getenv().getOrDefault("PORTHOLE_PROGRESS", "");
        return new ProgressFiles(
                elsewhere.isBlank() ? Home.state(System.getenv()).resolve("progress") : Path.of(elsewhere));
    }

    /** What is kept of a lesson; nothing where nothing was kept, or what was kept cannot be read. */
    public Properties of(String lesson) {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file(lesson))) {
            kept.load(reader);
        } catch (NoSuchFileException e) {
            return kept;
        } catch (IOException | IllegalArgumentException e) {
            return new Properties(); // what cannot be read is written anew
        }
        return kept;
    }

    /**
     * Changes what is kept of a lesson. Other kernels wait meanwhile, so that nothing that they keep is lost.
     *
     * @return what is kept now
     * @throws IOException if it cannot be written
     */
    public synchronized Properties change(String lesson, Consumer<Properties> change) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // until the file is closed
            Properties all = of(lesson);
            change.accept(all);
            write(lesson, all);
            return all;
        }
    }

    private void write(String lesson, Properties all) throws IOException {
        Path written = Files.createTempFile(folder, "progress", ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(written)) {
                all.store(writer, null);
            }
            Files.move(written, file(lesson), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Removes all that is kept. */
    public void forget() {
        try {
            for (String lesson : lessons()) {
                Files.deleteIfExists(file(lesson));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lessons of which something is kept, by name. */
    public List<String> lessons() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // nothing was kept yet
        }
    }

    private Path file(String lesson) {
        return folder.resolve(lesson + END);
    }
}
