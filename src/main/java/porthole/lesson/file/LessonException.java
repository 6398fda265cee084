package porthole.lesson.file;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that does not come out as its author wrote it: a claim is not true, an answer is not one of the choices, or
 * a file has a mistake. The message is one sentence in the reader's language.
 */
public final class LessonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable LessonMistake mistake;

    /**
     * Makes the failure.
     *
     * @param sentence the message for the person at the cell
     */
    public LessonException(String sentence) {
        super(sentence);
        mistake = null;
    }

    LessonException(String sentence, LessonMistake mistake) {
        super(sentence);
        this.mistake = mistake;
    }

    /** Where a file has the mistake; empty if it is not one of a line in a file. */
    public Optional<LessonMistake> mistake() {
        return Optional.ofNullable(mistake);
    }
}
