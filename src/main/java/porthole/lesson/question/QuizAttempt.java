package porthole.lesson.question;

import java.util.Map;

/**
 * What a learner has answered to a quiz, all of it at once.
 *
 * @param right how many answers were right
 * @param of how many questions the quiz had
 * @param answers the names of the choices, by the names of the questions; a question that the learner did not know is
 *     not in it
 */
public record QuizAttempt(int right, int of, Map<String, String> answers) {
    public QuizAttempt {
        answers = Map.copyOf(answers);
    }
}
