package porthole.lesson.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.display.Language;
import porthole.lesson.expect.Expectation.Reach;

class LessonFilesTest {
    private static final String LESSON = """
            lesson: shop
            title: {en: Shop, ja: 店}
            minutes: 20
            goals:
              - Say who reaches whom.
            start:
              images: [nginx]
              ports: [8080]
              containers: [web]
              docker:
                - run -d --name web nginx
            questions:
              who:
                ask: Who answers?
                choices:
                  web: {words: The web, reply: Right., when: "host -> web:80 reached"}
                  no: Nobody
            exercises:
              audit:
                task: Let audit in.
                expect:
                  - audit -> db:80 reached
                  - {that: cell, words: It has two legs, points: 2}
                hints: [Which network?]
                solution: "%docker network connect back audit"
            quizzes:
              "5.1":
                port:
                  ask: {en: Which port?, ja: どのポート？}
                  choices:
                    a: {en: On 80, ja: 80 番}
                    b: {en: On 81, ja: 81 番}
                  answer: a
                  why: nginx listens there.
            glossary:
              network namespace: A room of its own.
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    @AfterEach
    void speakEnglish() {
        Language.use(Language.ENGLISH);
    }

    private void write(String file, String text) throws IOException {
        Path at = folder.resolve(file);
        Files.createDirectories(at.getParent());
        Files.writeString(at, text);
    }

    private String mistake(String text) throws IOException {
        write("lesson.yaml", text);
        return assertThrows(LessonException.class, () -> new LessonFiles(folder).begin("shop"))
                .getMessage();
    }

    @Test
    void aLessonIsReadWhole() throws IOException {
        write("lesson.yaml", LESSON);
        Lesson lesson = new LessonFiles(folder).begin("shop");
        assertEquals("Shop", lesson.title().here());
        Language.use(Language.JAPANESE);
        assertEquals("店", lesson.title().here());
        assertEquals(Optional.of(20), lesson.minutes());
        assertEquals(Optional.empty(), lesson.exerciseMinutes(), "one number is for all of it");
        write("lesson.yaml", LESSON.replace("minutes: 20", "minutes: {lesson: 15, exercises: 10}"));
        Lesson apart = new LessonFiles(folder).begin("shop");
        assertEquals(Optional.of(15), apart.minutes());
        assertEquals(Optional.of(10), apart.exerciseMinutes());
        assertEquals(List.of("run -d --name web nginx"), lesson.start().docker());
        assertEquals(
                Set.of("web", "no"), lesson.questions().get("who").choices().keySet());
        LessonExercise audit = lesson.exercises().get("audit");
        assertEquals(3, audit.points());
        assertEquals(new Reach("audit", "db:80", true), audit.expected().get(0).that());
        assertEquals(
                "%docker network connect back audit",
                audit.solution().orElseThrow().cell());
        LessonQuestion port = lesson.quizzes().get("5.1").questions().get("port");
        assertEquals(Optional.of("a"), port.answer());
        assertEquals(Set.of("network namespace"), lesson.glossary().keySet());
    }

    @Test
    void aNotebookThatWasCopiedAloneIsToldToTakeItsLessonAlong() throws IOException {
        Path copied = Files.createDirectories(folder.resolve("copied/en"));
        String said = assertThrows(LessonException.class, () -> new LessonFiles(copied).begin("shop"))
                .getMessage();
        assertTrue(said.startsWith("No lesson \"shop\": its file is missing."), said);
        assertTrue(said.contains("*.lesson.yaml in " + copied + " and each folder above it"), said);
        assertTrue(said.contains("copy the lesson file too, into its folder or the one above"), said);
        write("copied/lesson.yaml", LESSON);
        assertEquals("Shop", new LessonFiles(copied).begin("shop").title().here());
    }

    @Test
    void theNearestFolderComesFirstAndABegunLessonBeforeAll() throws IOException {
        write("lesson.yaml", LESSON);
        write(
                "part/own.lesson.yaml",
                LESSON.replace("lesson: shop", "lesson: part").replace("Who answers?", "Near?"));
        Files.createDirectories(folder.resolve("part/en"));
        LessonFiles files = new LessonFiles(folder.resolve("part/en"));
        assertEquals("Near?", files.question("who").orElseThrow().text().here());
        files.begin("shop");
        assertEquals("Who answers?", files.question("who").orElseThrow().text().here());
        assertEquals(List.of("part", "shop"), List.copyOf(files.lessons()).subList(0, 2));
        assertEquals(Optional.empty(), files.question("In words?"));
    }

    @Test
    void theExercisesThatASentenceListsAreThoseOfTheBegunLesson() throws IOException {
        write("lesson.yaml", LESSON);
        write("part.lesson.yaml", LESSON.replace("lesson: shop", "lesson: part").replace("  audit:", "  query:"));
        LessonFiles files = new LessonFiles(folder);
        assertEquals(Set.of("audit", "query"), files.exercises());
        files.begin("part");
        assertEquals(Set.of("query"), files.exercises());
    }

    @Test
    void aFileIsReadAnewAndItsMistakeHidesNoOtherLesson() throws IOException {
        write("lesson.yaml", LESSON);
        write("broken.lesson.yaml", "lesson: [");
        LessonFiles files = new LessonFiles(folder);
        assertEquals("Shop", files.begin("shop").title().here());
        write("lesson.yaml", LESSON.replace("en: Shop", "en: Market"));
        assertEquals("Market", files.begin("shop").title().here());
        String said =
                assertThrows(LessonException.class, () -> files.begin("shpo")).getMessage();
        assertTrue(said.startsWith("broken.lesson.yaml, line 1: not readable as YAML"), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            images: [nginx]              | image: [nginx]               | 7  | "image" is not allowed in "start". Allowed: compose, containers, docker, fixed-ports, images, networks, ports. Did you mean "images"?
            ports: [8080]                | ports: [80800]               | 8  | "ports" is "80800", and has to be a whole number from 1 to 65535.
            minutes: 20                  | minutes: soon                | 3  | "minutes" is "soon", and has to be a whole number from 1 to 1440.
            minutes: 20                  | minutes: {exercises: 10}     | 3  | "minutes" lacks "lesson".
            minutes: 20                  | minutes: {lesson: 5, test: 1} | 3 | "test" is not allowed in "minutes". Allowed: exercises, lesson.
            title: {en: Shop, ja: 店}    | title: {en: Shop, fr: Magasin} | 2 | "fr" is not allowed in "title". Allowed: en, ja.
            title: {en: Shop, ja: 店}    | goal: []                     | 2  | "goal" is not allowed in "lesson.yaml".
            audit -> db:80 reached       | audit -> db:80 is reached    | 22 | "audit -> db:80 is reached" cannot be measured. Write one of these: FROM -> TARGET:PORT [not] reached;
            who:                         | who is it:                   | 14 | "who is it" cannot be a name
            no: Nobody                   | web: Nobody                  | 17 | "web" stands here twice.
            ask: Who answers?            | asks: Who answers?           | 14 | "asks" is not allowed in "who".
            task: Let audit in.          | hints: []                    | 24 | "hints" stands here twice.
            answer: a                    | answer: c                    | 33 | "c" is none of the choices of "port" (a, b).
            answer: a                    | answer: [a, b]               | 33 | the question "port" needs one right choice: write the name of one at "answer".
            answer: a                    | measure: docker.ps()         | 33 | "measure" is not allowed in "port". Allowed: answer, ask, choices, lesson, why.
            why: nginx listens there.    | lesson: 5.1.2                | 29 | "port" lacks "why".
            b: {en: On 81, ja: 81 番}    | b: {en: On 81, ja: 80 番}    | 31 | two choices of "port" have the same words: "80 番".
            b: {en: On 81, ja: 81 番}    | c: {en: On 81, ja: 81 番}    | 31 | the choice "c" of "port" stands where a learner sees the letter "b"
            b: {en: On 81, ja: 81 番}    | b: {en: On 81, fr: à 81}     | 32 | "fr" is not allowed in "b". Allowed: en, ja.
            "5.1":                       | "5 1":                       | 28 | "5 1" cannot be a name
            hints: [Which network?]      | tells: cause                 | 24 | "tells" is "cause", and has to be reason or symptom.
            """)
    void aMistakeIsToldWithItsLine(String right, String wrong, int line, String said) throws IOException {
        assertTrue(LESSON.contains(right), right);
        String sentence = mistake(LESSON.replace(right, wrong));
        assertTrue(sentence.startsWith("lesson.yaml, line " + line + ": " + said), sentence);
    }

    @Test
    void aQuestionThatNothingAnswersAndAnExerciseThatNothingFailsAreMistakes() throws IOException {
        assertTrue(mistake(LESSON.replace(", when: \"host -> web:80 reached\"", ""))
                .startsWith("lesson.yaml, line 14: the question \"who\" has no choice that is true"));
        assertTrue(mistake(LESSON.replace("      no: Nobody\n", "      no: Nobody\n    answer: db\n"))
                .startsWith("lesson.yaml, line 18: \"db\" is none of the choices of \"who\" (web, no)."));
        assertTrue(mistake("lesson: shop\ntitle: Shop\nexercises:\n  audit: {task: Do it., expect: []}\n")
                .startsWith("lesson.yaml, line 4: the exercise \"audit\" expects nothing"));
        assertTrue(mistake("lesson: shop\ntitle: Shop\nquizzes:\n  first: {}\n")
                .startsWith("lesson.yaml, line 4: the quiz \"first\" has no question."));
        assertTrue(mistake("").startsWith("lesson.yaml is empty."));
        assertTrue(mistake(LESSON + "---\nlesson: two\n").contains("a lesson file has one part"));
        assertTrue(mistake("lesson: shop\ntitle: [\n").startsWith("lesson.yaml, line 3: not readable as YAML"));
        assertTrue(mistake("lesson: shop\n").startsWith("lesson.yaml, line 1: \"lesson.yaml\" lacks \"title\"."));
    }
}
