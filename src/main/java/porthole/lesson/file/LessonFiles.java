package porthole.lesson.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Nearest;
import porthole.display.Sentences;

/**
 * The lessons that a notebook can name. They are looked for in the kernel's working directory, which is the notebook's
 * folder, then in each folder above it; in one folder first in {@code lesson.yaml}, then in each {@code *.lesson.yaml} by
 * name. The first that has the name is meant. Files are read anew each time, so that a change needs no restart.
 */
public final class LessonFiles {
    private static final Sentences SENTENCES = Sentences.of(LessonFiles.class);
    private static final String FILE = "lesson.yaml";

    private final Path folder;
    private @Nullable String begun;

    /** @param folder the notebook's */
    public LessonFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The lesson of a file.
     *
     * @throws LessonException where it cannot be read, or has a mistake
     */
    public static Lesson read(Path file) {
        return LessonReader.read(file);
    }

    /** As seen from the process's working directory. */
    public static LessonFiles here() {
        return new LessonFiles(Path.of(""));
    }

    /**
     * The lesson of that name. Questions and exercises are looked for in it first from now on.
     *
     * @throws LessonException where there is none, or its file has a mistake
     */
    public Lesson begin(String name) {
        String wanted = name.strip();
        Lesson lesson = find(l -> l.name().equals(wanted) ? Optional.of(l) : Optional.empty())
                .orElseThrow(() -> {
                    Set<String> names = lessons();
                    return new LessonException(
                            names.isEmpty()
                                    ? SENTENCES.say("lesson.none", wanted, folder)
                                    : SENTENCES.say(
                                            "lesson.unknown",
                                            wanted,
                                            String.join(", ", names),
                                            Nearest.suggestion(wanted, names)));
                });
        begun = wanted;
        return lesson;
    }

    /** Where lesson files were looked for in vain, from this folder upwards; empty if there is one. */
    public Optional<Path> lookedInVain() {
        return files().isEmpty() ? Optional.of(folder) : Optional.empty();
    }

    /** The question of that name; empty if no lesson has it, and for a question in words, which is no name. */
    public Optional<LessonQuestion> question(String name) {
        if (!name.matches(YamlField.NAME)) {
            return Optional.empty();
        }
        return find(l -> Optional.ofNullable(l.questions().get(name)));
    }

    /** The lesson that has an exercise of that name; empty if none has. */
    public Optional<Lesson> withExercise(String name) {
        return find(l -> l.exercises().containsKey(name) ? Optional.of(l) : Optional.empty());
    }

    /** The lesson that has a quiz of that name; empty if none has. */
    public Optional<Lesson> withQuiz(String name) {
        return find(l -> l.quizzes().containsKey(name) ? Optional.of(l) : Optional.empty());
    }

    /** The names of all lessons, nearest first; of those whose file can be read. */
    public Set<String> lessons() {
        return names(l -> Set.of(l.name()));
    }

    /** The names of all questions, nearest first. */
    public Set<String> questions() {
        return names(l -> l.questions().keySet());
    }

    /** The names of the exercises of the lesson that was begun; before one is begun, of all lessons, nearest first. */
    public Set<String> exercises() {
        String own = begun;
        Set<String> names = own == null
                ? Set.of()
                : names(l -> l.name().equals(own) ? l.exercises().keySet() : Set.of());
        return names.isEmpty() ? names(l -> l.exercises().keySet()) : names;
    }

    /** The names of all quizzes, nearest first. */
    public Set<String> quizzes() {
        return names(l -> l.quizzes().keySet());
    }

    private Set<String> names(Function<Lesson, Set<String>> of) {
        Set<String> names = new LinkedHashSet<>();
        for (Path file : files()) {
            try {
                names.addAll(of.apply(LessonReader.read(file)));
            } catch (LessonException mistake) {
                // told where a person asks for something of it
            }
        }
        return names;
    }

    /** What the first lesson has; a file with a mistake is told only if no other has it. */
    private <T> Optional<T> find(Function<Lesson, Optional<T>> wanted) {
        Map<String, T> found = new LinkedHashMap<>();
        LessonException mistake = null;
        for (Path file : files()) {
            try {
                Lesson lesson = LessonReader.read(file);
                wanted.apply(lesson).ifPresent(value -> found.putIfAbsent(lesson.name(), value));
            } catch (LessonException e) {
                mistake = mistake == null ? e : mistake;
            }
        }
        if (begun != null && found.containsKey(begun)) {
            return Optional.of(found.get(begun));
        }
        if (found.isEmpty() && mistake != null) {
            throw mistake;
        }
        return found.values().stream().findFirst();
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(FILE))) {
                files.add(at.resolve(FILE));
            }
            try (Stream<Path> inFolder = Files.list(at)) {
                inFolder.filter(f -> f.getFileName().toString().endsWith("." + FILE))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                // a folder that this user may not list has no lesson for them
            }
        }
        return files;
    }
}
