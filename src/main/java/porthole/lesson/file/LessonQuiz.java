package porthole.lesson.file;

import java.util.Map;

/**
 * Questions about a section that a learner answers before it and again after it.
 *
 * @param name the name by which {@code quiz} finds it
 * @param questions by name, in the order to ask; each has one right choice and says why it is right
 * @param taught the lesson or section that teaches it, by the name of the question; only where the author says so
 */
public record LessonQuiz(String name, Map<String, LessonQuestion> questions, Map<String, LocalText> taught) {
    public LessonQuiz {
        taught = Map.copyOf(taught);
    }
}
