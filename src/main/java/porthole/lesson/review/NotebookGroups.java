package porthole.lesson.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookException;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonException;
import porthole.lesson.file.LessonFiles;

/** The notebooks that a person means by files and folders, in groups of languages, and what cannot be read of them. */
final class NotebookGroups {
    private static final Sentences SENTENCES = Sentences.of(NotebookGroups.class);
    private static final String NOTEBOOK = ".ipynb";

    /** A course in folders of chapters in folders of languages. */
    private static final int DEPTH = 4;

    private final List<ReviewFinding> unreadable = new ArrayList<>();
    private final Set<Path> withoutLesson = new HashSet<>();

    /** The tags of the languages, English first. */
    static List<String> languages() {
        return Arrays.stream(Language.values())
                .map(l -> l.locale().getLanguage())
                .toList();
    }

    /** The notebooks whose lesson could not be read, so that what it explains is not known. */
    Set<Path> withoutLesson() {
        return withoutLesson;
    }

    /** What is wrong with files that could not be read. */
    List<ReviewFinding> unreadable() {
        return unreadable;
    }

    /**
     * The groups, by their files' names.
     *
     * @param paths notebooks, lesson files and folders
     * @throws IllegalArgumentException where one does not exist, or has no notebook
     */
    List<NotebookGroup> of(List<Path> paths) throws IOException {
        Map<Path, TreeSet<Path>> files = new TreeMap<>();
        for (Path path : paths) {
            List<Path> notebooks = notebooks(path.toAbsolutePath().normalize());
            if (notebooks.isEmpty()) {
                throw new IllegalArgumentException(SENTENCES.say("review.none", path));
            }
            for (Path notebook : notebooks) {
                Path folder = folder(notebook);
                TreeSet<Path> group =
                        files.computeIfAbsent(folder.resolve(notebook.getFileName()), f -> new TreeSet<>(order()));
                group.add(notebook);
                inOtherLanguages(notebook).forEach(group::add);
            }
        }
        List<NotebookGroup> groups = new ArrayList<>();
        for (Map.Entry<Path, TreeSet<Path>> entry : files.entrySet()) {
            List<ReviewedNotebook> read =
                    entry.getValue().stream().flatMap(f -> read(f).stream()).toList();
            if (!read.isEmpty()) {
                groups.add(new NotebookGroup(entry.getKey().resolveSibling(""), read));
            }
        }
        return groups;
    }

    private static Comparator<Path> order() {
        return Comparator.<Path, Integer>comparing(f -> languages().indexOf(nameOf(f.getParent())))
                .thenComparing(Comparator.naturalOrder());
    }

    private static List<Path> notebooks(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(SENTENCES.say("review.missing", path));
        }
        if (nameOf(path).endsWith(NOTEBOOK)) {
            return List.of(path);
        }
        if (Files.isRegularFile(path)) {
            if (!nameOf(path).endsWith(".yaml")) {
                throw new IllegalArgumentException(SENTENCES.say("review.other", path));
            }
            String lesson = Lesson.read(path).name();
            return below(path.resolveSibling("")).stream()
                    .filter(f -> begins(f, lesson))
                    .toList();
        }
        return below(path);
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return all.filter(f -> nameOf(f).endsWith(NOTEBOOK) && Files.isRegularFile(f))
                    .filter(f -> Stream.iterate(folder.relativize(f), p -> p != null, Path::getParent)
                            .noneMatch(p -> nameOf(p).startsWith(".")))
                    .sorted()
                    .toList();
        }
    }

    /** All notebooks that begin a lesson, wherever below its file they are. */
    static List<ReviewedNotebook> beginning(Lesson lesson) throws IOException {
        return below(lesson.folder()).stream()
                .filter(file -> begins(file, lesson.name()))
                .map(file -> new ReviewedNotebook(file, "", Notebook.read(file), Optional.of(lesson)))
                .toList();
    }

    private static boolean begins(Path file, String lesson) {
        try {
            return new ReviewedNotebook(file, "", Notebook.read(file), Optional.empty())
                    .calls("chapter").stream().anyMatch(call -> call.name().equals(lesson));
        } catch (NotebookException e) {
            return false;
        }
    }

    /** The same notebook in the folders of other languages. */
    static List<Path> inOtherLanguages(Path notebook) {
        String here = nameOf(notebook.getParent());
        return !languages().contains(here)
                ? List.of()
                : languages().stream()
                        .filter(language -> !language.equals(here))
                        .map(language -> folder(notebook).resolve(language).resolve(notebook.getFileName()))
                        .filter(Files::isRegularFile)
                        .toList();
    }

    static String nameOf(@Nullable Path path) {
        Path name = path == null ? null : path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static Path folder(Path notebook) {
        Path own = notebook.toAbsolutePath().normalize().resolveSibling("");
        Path above = own.getParent();
        return languages().contains(nameOf(own)) && above != null ? above : own;
    }

    private Optional<ReviewedNotebook> read(Path file) {
        Notebook notebook;
        try {
            notebook = Notebook.read(file);
        } catch (NotebookException e) {
            unreadable.add(new ReviewFinding(file, 0, ReviewRule.NOTEBOOK, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        ReviewedNotebook alone = new ReviewedNotebook(file, language(file, notebook), notebook, Optional.empty());
        List<LessonCall> chapters = alone.calls("chapter");
        if (chapters.isEmpty()) {
            return Optional.of(alone);
        }
        LessonCall chapter = chapters.get(0);
        try {
            Lesson lesson = new LessonFiles(file.resolveSibling("")).begin(chapter.name());
            return Optional.of(new ReviewedNotebook(file, alone.language(), notebook, Optional.of(lesson)));
        } catch (LessonException e) {
            withoutLesson.add(file);
            unreadable.add(e.mistake()
                    .map(m -> new ReviewFinding(m.file(), m.line(), ReviewRule.LESSON_FILE, m.sentence()))
                    .orElseGet(() ->
                            alone.finding(chapter.cell(), ReviewRule.LESSON_FILE, String.valueOf(e.getMessage()))));
            return Optional.of(alone);
        }
    }

    private static String language(Path file, Notebook notebook) {
        String folder = nameOf(file.getParent());
        if (languages().contains(folder)) {
            return folder;
        }
        String kernel = notebook.kernel().orElse("");
        return languages().stream()
                .filter(language -> kernel.endsWith("-" + language))
                .findFirst()
                .orElse(languages().get(0));
    }
}
