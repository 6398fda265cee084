package porthole.command;

/** A command line that cannot be read, or asks for something that only a shell does: one sentence, with its place. */
public final class LineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LineException(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
