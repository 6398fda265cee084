package porthole.lesson.handout;

/** A lesson cannot be handed out, or is none that can be graded. The message is one sentence in the reader's language. */
public final class HandoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence for the teacher */
    public HandoutException(String sentence) {
        super(sentence);
    }
}
