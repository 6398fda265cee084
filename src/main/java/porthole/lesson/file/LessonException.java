package porthole.lesson.file;

/**
 * A lesson that does not come out as its author wrote it: a claim is not true, an answer is not one of the choices, or
 * a file has a mistake. The message is one sentence in the reader's language.
 */
public final class LessonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the failure.
     *
     * @param sentence the message for the person at the cell
     */
    public LessonException(String sentence) {
        super(sentence);
    }
}
