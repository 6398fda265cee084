package porthole.lesson.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.file.HandoutFile;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.file.StartState;
import porthole.lesson.handout.HandoutException;

/**
 * A lesson as its teacher has it.
 *
 * @param lesson what its file says
 * @param name its notebooks' file name, without the ending
 * @param papers its notebooks by language
 */
record TaughtLesson(Lesson lesson, String name, Map<String, Paper> papers) {
    private static final Sentences SENTENCES = Sentences.of(TaughtLesson.class);
    private static final String FILE = "lesson.yaml";
    private static final String NOTEBOOK = ".ipynb";

    /**
     * Reads it.
     *
     * @param given its folder, or its file
     * @throws HandoutException where there is none, it is a learner's copy, it has no notebook, or a file that it names does not exist
     * @throws porthole.lesson.file.LessonException where its file has a mistake
     * @throws porthole.lesson.document.NotebookException where a notebook is none
     */
    static TaughtLesson read(Path given) throws IOException {
        Path file = file(given);
        Lesson lesson = LessonFiles.read(file);
        if (lesson.handout()) {
            throw new HandoutException(SENTENCES.say("taught.handout", file));
        }
        String called = file.getFileName().toString();
        String name = called.equals(FILE) ? lesson.name() : called.substring(0, called.length() - FILE.length() - 1);
        Map<String, Paper> papers = new TreeMap<>();
        for (String language : List.of("en", "ja")) {
            Path notebook = lesson.folder().resolve(language).resolve(name + NOTEBOOK);
            if (Files.isRegularFile(notebook)) {
                papers.put(language, Paper.of(Notebook.read(notebook), lesson, language));
            }
        }
        if (papers.isEmpty()) {
            throw new HandoutException(SENTENCES.say("taught.notebooks", lesson.folder(), name));
        }
        TaughtLesson read = new TaughtLesson(lesson, name, papers);
        for (String named : read.files()) {
            if (!Files.isRegularFile(lesson.folder().resolve(named))) {
                throw new HandoutException(SENTENCES.say("taught.file", named, lesson.folder()));
            }
        }
        return read;
    }

    private static Path file(Path given) throws IOException {
        if (Files.isRegularFile(given)) {
            return given;
        }
        if (Files.isRegularFile(given.resolve(FILE))) {
            return given.resolve(FILE);
        }
        if (!Files.isDirectory(given)) {
            throw new HandoutException(SENTENCES.say("taught.none", given));
        }
        try (Stream<Path> inside = Files.list(given)) {
            List<Path> files = inside.filter(f -> f.getFileName().toString().endsWith("." + FILE))
                    .sorted()
                    .toList();
            if (files.size() == 1) {
                return files.get(0);
            }
            throw new HandoutException(
                    files.isEmpty()
                            ? SENTENCES.say("taught.no-file", given)
                            : SENTENCES.say(
                                    "taught.several",
                                    given,
                                    files.stream()
                                            .map(f -> f.getFileName().toString())
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** Writes what learners get. */
    List<Path> writeHandout(Path to) throws IOException {
        List<Path> written = new ArrayList<>();
        Files.createDirectories(to);
        written.add(writeFile(to, HandoutFile.of(lesson.file())));
        for (Map.Entry<String, Paper> each : papers.entrySet()) {
            Path notebook = to.resolve(each.getKey()).resolve(name + NOTEBOOK);
            Files.createDirectories(to.resolve(each.getKey()));
            written.add(Files.writeString(notebook, each.getValue().handout().text()));
        }
        written.addAll(copyFiles(to));
        return written;
    }

    /** Writes what a submission's cells find: the learner's file, and an empty folder for each language. */
    void writeGiven(Path to) throws IOException {
        for (String language : papers.keySet()) {
            Files.createDirectories(to.resolve(language));
        }
        writeFile(to, HandoutFile.of(lesson.file()));
        copyFiles(to);
    }

    /** Writes what the examiner finds: the teacher's file. */
    void writeTaught(Path to) throws IOException {
        writeFile(to, Files.readString(lesson.file()));
        copyFiles(to);
    }

    private Path writeFile(Path to, String text) throws IOException {
        return Files.writeString(to.resolve(lesson.file().getFileName().toString()), text);
    }

    private List<Path> copyFiles(Path to) throws IOException {
        List<Path> written = new ArrayList<>();
        for (String name : files()) {
            Path from = lesson.folder().resolve(name);
            Path copy = to.resolve(name);
            Files.createDirectories(Optional.ofNullable(copy.getParent()).orElse(to));
            written.add(Files.copy(from, copy));
        }
        return written;
    }

    /** Its files and Compose files. */
    private TreeSet<String> files() {
        TreeSet<String> files = new TreeSet<>(lesson.files());
        starts().forEach(start -> start.compose().ifPresent(files::add));
        return files;
    }

    /** All that has to be there at its start and at that of its exercises. */
    Stream<StartState> starts() {
        return Stream.concat(
                Stream.of(lesson.start()), lesson.exercises().values().stream().map(LessonExercise::scene));
    }

    /** All that tells one state of the lesson from another. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(lesson.file()));
        papers.values().forEach(paper -> text.append(paper.teachers().text()));
        for (String file : files()) {
            text.append(file)
                    .append(Files.readString(
                            lesson.folder().resolve(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }
}
