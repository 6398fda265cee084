package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quiz in a notebook's cells: asked on the notebook's input, kept with the learner's progress. */
class QuizTest {
    private static final String LESSON = """
            lesson: shop
            title: Shop
            quizzes:
              first:
                port:
                  ask: Which port?
                  choices: {a: "80", b: "81"}
                  answer: a
                  why: nginx listens there.
            """;

    @TempDir
    private Path folder;

    private String cells(String... cells) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath(),
                QuizCells.class.getName()));
        command.addAll(List.of(cells));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().put("PORTHOLE_LANG", "en");
        builder.environment()
                .put("PORTHOLE_PROGRESS", folder.resolve("progress").toString());
        Process kernel = builder.start();
        assertTrue(kernel.waitFor(60, TimeUnit.SECONDS), "it did not end within 60 s");
        return Files.readString(folder.resolve("printed"));
    }

    /** The child stands in another folder. */
    private static String classpath() {
        List<String> absolute = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            absolute.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(java.io.File.pathSeparator, absolute);
    }

    @Test
    void aLearnerTakesAQuizTwiceAndSeesTheGainAndCanDeleteIt() throws Exception {
        Files.writeString(folder.resolve("lesson.yaml"), LESSON);
        String printed = cells(
                "quiz(\"first\")", "-",
                "quiz(\"first\")", ",b",
                "lab.quizzes()", "-",
                "quiz(\"first\")", ",80",
                "lab.quizzes()", "-",
                "lab.progress().size()", "-",
                "lab.forgetProgress();", "-",
                "lab.quizzes()", "-");
        String[] parts = printed.split("### ");
        assertTrue(parts[1].contains("1. Which port?") && !parts[1].contains("nginx"), printed);
        assertTrue(parts[2].contains("Quiz \"first\": 0 of 1") && parts[2].contains("Question 1 of 1"), printed);
        assertFalse(parts[2].contains("nginx"), printed);
        assertTrue(parts[4].contains("before 0, now 1 of 1") && parts[4].contains("nginx listens there."), printed);
        assertTrue(parts[5].contains("+1"), printed);
        assertTrue(parts[6].strip().endsWith("0"), "a quiz is no exercise: " + printed);
        assertTrue(parts[8].contains("No quiz was taken yet."), printed);
    }
}
