package porthole.lesson.exercise;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import porthole.display.Home;

/**
 * The learner's progress, on the learner's machine alone: a file for each lesson in {@code progress} of the user's state
 * folder ({@code ~/.local/state/porthole/progress/two-tier.properties}).
 */
public final class ProgressFiles {
    private static final String END = ".properties";
    private static final String LOCK = "lock";
    private static final String POINTS = ".points";

    private final Path folder;

    /** @param folder where the files are, made when the first is written */
    ProgressFiles(Path folder) {
        this.folder = folder;
    }

    /** Those of this user; elsewhere if {@code PORTHOLE_PROGRESS} names a folder, as for cells that are nobody's own. */
    public static ProgressFiles ofThisUser() {
        String elsewhere = System.getenv().getOrDefault("PORTHOLE_PROGRESS", "");
        return new ProgressFiles(
                elsewhere.isBlank() ? Home.state(System.getenv()).resolve("progress") : Path.of(elsewhere));
    }

    /** How far the learner is; nothing yet where nothing was kept, or what was kept cannot be read. */
    ExerciseProgress of(String lesson, String exercise) {
        return read(load(lesson), lesson, exercise);
    }

    /**
     * Changes what is kept of an exercise. Other kernels wait meanwhile, so that nothing that they keep is lost.
     *
     * @return what is kept now
     */
    synchronized ExerciseProgress change(String lesson, String exercise, UnaryOperator<ExerciseProgress> change)
            throws IOException {
        Files.createDirectories(folder);
        try (FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock(); // until the file is closed
            Properties all = load(lesson);
            ExerciseProgress now = change.apply(read(all, lesson, exercise));
            write(all, now);
            return now;
        }
    }

    private void write(Properties all, ExerciseProgress progress) throws IOException {
        String of = progress.exercise();
        all.setProperty(of + POINTS, String.valueOf(progress.points()));
        all.setProperty(of + ".possible", String.valueOf(progress.possible()));
        all.setProperty(of + ".attempts", String.valueOf(progress.attempts()));
        all.setProperty(of + ".hints", String.valueOf(progress.hints()));
        all.setProperty(of + ".solution", String.valueOf(progress.solutionSeen()));
        Path written = Files.createTempFile(folder, "progress", ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(written)) {
                all.store(writer, null);
            }
            Files.move(written, file(progress.lesson()), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** All that is kept, by lesson and exercise. */
    public List<ExerciseProgress> all() {
        List<ExerciseProgress> all = new ArrayList<>();
        for (String lesson : lessons()) {
            Properties kept = load(lesson);
            for (String key : new TreeSet<>(kept.stringPropertyNames())) {
                if (key.endsWith(POINTS)) {
                    all.add(read(kept, lesson, key.substring(0, key.length() - POINTS.length())));
                }
            }
        }
        return all;
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

    private List<String> lessons() {
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

    private Properties load(String lesson) {
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

    private static ExerciseProgress read(Properties kept, String lesson, String exercise) {
        return new ExerciseProgress(
                lesson,
                exercise,
                number(kept, exercise + POINTS),
                number(kept, exercise + ".possible"),
                number(kept, exercise + ".attempts"),
                number(kept, exercise + ".hints"),
                Boolean.parseBoolean(kept.getProperty(exercise + ".solution")));
    }

    private static int number(Properties kept, String key) {
        String number = kept.getProperty(key, "0");
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }
}
