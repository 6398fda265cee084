package porthole.lesson.enclosure;

/** An enclosure cannot be had. The message is one sentence in the reader's language. */
final class EnclosureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnclosureException(String sentence) {
        super(sentence);
    }
}
