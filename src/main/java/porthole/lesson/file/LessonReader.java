package porthole.lesson.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import porthole.display.Sentences;

/** Reads a lesson file: all of it is understood, or its first mistake is told with its line. */
final class LessonReader {
    private static final Sentences SENTENCES = Sentences.of(LessonReader.class);
    private static final Set<String> STATE =
            Set.of("images", "ports", "fixed-ports", "containers", "networks", "compose", "docker");
    private static final Set<String> MINUTES = Set.of("lesson", "exercises");
    private static final int LAST_PORT = 65_535;
    private static final int DAY = 24 * 60;

    private LessonReader() {}

    /** @throws LessonException where it cannot be read, and where it has a mistake */
    static Lesson read(Path file) {
        String name = file.getFileName().toString();
        try {
            Iterable<Node> documents = new Compose(
                            LoadSettings.builder().setLabel(name).build())
                    .composeAllFromString(Files.readString(file));
            var all = documents.iterator();
            if (!all.hasNext()) {
                throw new LessonException(SENTENCES.say("file.empty", name));
            }
            Node first = all.next();
            if (all.hasNext()) {
                throw new YamlField(file, name, all.next()).wrong("file.documents");
            }
            return lesson(file, new YamlField(file, name, first));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw mistake(file, line, yaml(String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            throw mistake(file, 1, yaml(String.valueOf(e.getMessage())));
        } catch (CharacterCodingException e) {
            throw new LessonException(SENTENCES.say("file.utf8", name));
        } catch (IOException e) {
            throw new LessonException(SENTENCES.say("file.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    /** A mistake of a line, in a sentence that names the line. */
    static LessonException mistake(Path file, int line, String sentence) {
        return new LessonException(
                SENTENCES.say("file.at", String.valueOf(file.getFileName()), line, sentence),
                new LessonMistake(file, line, sentence));
    }

    /** A colon or a quote in a text is what an author has most often typed there. */
    private static String yaml(String problem) {
        boolean text = problem.contains("mapping values are not allowed") || problem.contains("expected <block end>");
        return SENTENCES.say("file.yaml", problem) + (text ? " " + SENTENCES.say("file.yaml-text") : "");
    }

    private static Lesson lesson(Path file, YamlField whole) {
        Map<String, YamlField> entries = whole.entries(Set.of(
                "lesson",
                "title",
                "minutes",
                "goals",
                "files",
                "start",
                "questions",
                "exercises",
                "quizzes",
                "glossary",
                HandoutFile.HANDOUT));
        boolean handout =
                optional(entries, HandoutFile.HANDOUT, YamlField::truth).orElse(false);
        return new Lesson(
                file,
                whole.need(entries, "lesson").name(),
                whole.need(entries, "title").words(),
                optional(entries, "minutes", LessonReader::minutes),
                optional(entries, "minutes", LessonReader::exerciseMinutes).flatMap(of -> of),
                list(entries, "goals", YamlField::words),
                optional(entries, "start", LessonReader::start).orElse(StartState.EMPTY),
                map(entries, "questions", (name, field) -> QuestionReader.question(name, field, handout)),
                map(entries, "exercises", ExerciseReader::exercise),
                map(entries, "quizzes", QuizReader::quiz),
                map(entries, "glossary", (term, field) -> field.words()),
                list(entries, "files", LessonReader::beside),
                handout);
    }

    /** One number for all of it, or {@code {lesson: 20, exercises: 15}}. */
    private static int minutes(YamlField field) {
        return field.isText() ? minutesOf(field) : minutesOf(field.need(field.entries(MINUTES), "lesson"));
    }

    private static Optional<Integer> exerciseMinutes(YamlField field) {
        return field.isText()
                ? Optional.empty()
                : optional(field.entries(MINUTES), "exercises", LessonReader::minutesOf);
    }

    private static int minutesOf(YamlField field) {
        return field.number(1, DAY);
    }

    /** A file beside the lesson's, whose path leads nowhere else. */
    private static String beside(YamlField field) {
        String path = field.text();
        if (Path.of(path).isAbsolute() || Path.of(path).normalize().startsWith("..")) {
            throw field.wrong("file.beside", path);
        }
        return path;
    }

    private static StartState start(YamlField field) {
        return state(field.entries(STATE));
    }

    /** An exercise's, which can also have lines for the hosts of a cluster. */
    static StartState scene(YamlField field) {
        Set<String> keys = new HashSet<>(STATE);
        keys.add("hosts");
        return state(field.entries(keys));
    }

    private static StartState state(Map<String, YamlField> entries) {
        return new StartState(
                list(entries, "images", YamlField::text),
                list(entries, "ports", f -> f.number(1, LAST_PORT)),
                list(entries, "fixed-ports", f -> f.number(1, LAST_PORT)),
                list(entries, "containers", YamlField::name),
                list(entries, "networks", YamlField::name),
                optional(entries, "compose", YamlField::text),
                list(entries, "docker", YamlField::text),
                list(
                        entries,
                        "hosts",
                        f -> f.items().stream().map(YamlField::text).toList()));
    }

    static <T> Optional<T> optional(Map<String, YamlField> entries, String key, Function<YamlField, T> reading) {
        return Optional.ofNullable(entries.get(key)).map(reading);
    }

    static <T> List<T> list(Map<String, YamlField> entries, String key, Function<YamlField, T> reading) {
        return optional(entries, key, f -> f.items().stream().map(reading).toList())
                .orElse(List.of());
    }

    private static <T> Map<String, T> map(Map<String, YamlField> entries, String key, NamedReading<T> reading) {
        Map<String, T> read = new LinkedHashMap<>();
        optional(entries, key, key.equals("glossary") ? YamlField::entries : YamlField::named)
                .orElse(Map.of())
                .forEach((name, field) -> read.put(name, reading.read(name, field)));
        return Collections.unmodifiableMap(read);
    }

    /** Reads what stands under a name. */
    interface NamedReading<T> {
        T read(String name, YamlField field);
    }
}
