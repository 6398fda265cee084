package porthole.lesson.document;

/** A file is not a notebook that can be read. The message is one sentence in the reader's language. */
public final class NotebookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotebookException(String sentence) {
        super(sentence);
    }
}
