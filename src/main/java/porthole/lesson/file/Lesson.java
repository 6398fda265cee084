package porthole.lesson.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lesson as its file says.
 *
 * @param file where it was read from
 * @param name by which {@code chapter("…")} finds it
 * @param title its title
 * @param minutes how long it takes to read it, run its cells and predict; with its exercises if {@code exerciseMinutes} is
 *     empty; empty if the author does not say
 * @param exerciseMinutes how long its exercises take together; empty if the author does not say, or gives one number for all
 * @param goals what the reader can do at its end
 * @param start what the engine has at its start
 * @param questions by name, in the file's order
 * @param exercises by name, in the file's order
 * @param quizzes by name, in the file's order
 * @param glossary words that it explains, in the file's order
 * @param files what its cells need beside the file, as paths from its folder
 * @param handout whether it is a learner's copy, which lacks the answers
 */
public record Lesson(
        Path file,
        String name,
        LocalText title,
        Optional<Integer> minutes,
        Optional<Integer> exerciseMinutes,
        List<LocalText> goals,
        StartState start,
        Map<String, LessonQuestion> questions,
        Map<String, LessonExercise> exercises,
        Map<String, LessonQuiz> quizzes,
        Map<String, LocalText> glossary,
        List<String> files,
        boolean handout) {
    public Lesson {
        goals = List.copyOf(goals);
        files = List.copyOf(files);
    }

    /**
     * Reads one lesson file.
     *
     * @param file the file; its name is any
     * @throws LessonException where it has a mistake: the sentence names the line
     */
    public static Lesson read(Path file) {
        return LessonReader.read(file);
    }

    /** The folder that its Compose files are looked for in. */
    public Path folder() {
        return file.toAbsolutePath().resolveSibling("").normalize();
    }
}
