package porthole.lesson.file;

/** A lesson that does not come out as its author wrote it: a claim that is not true, an answer that is no choice, a file with a mistake. */
public final class LessonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence for the person at the cell */
    public LessonException(String sentence) {
        super(sentence);
    }
}
