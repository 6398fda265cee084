package porthole.lesson.question;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a learner knew before a section, and what they know now.
 *
 * @param lesson the lesson's name
 * @param quiz the quiz's name
 * @param first the first attempt, which stays
 * @param latest the latest attempt after the first; empty if there is none
 */
public record QuizProgress(String lesson, String quiz, QuizAttempt first, Optional<QuizAttempt> latest) {
    /** Gives how many answers were right at the first attempt. */
    public int before() {
        return first.right();
    }

    /** Gives how many answers were right at the latest attempt; empty before the second one. */
    public OptionalInt now() {
        return latest.map(QuizAttempt::right).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Gives how many more answers are right now than before; empty before the second attempt. */
    public OptionalInt gain() {
        return now().isPresent() ? OptionalInt.of(now().getAsInt() - before()) : OptionalInt.empty();
    }
}
