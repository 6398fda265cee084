package porthole.jupyter.wire;

/** The kernel cannot be reached the way that it was told; the message is one sentence for people. */
public final class ConnectionException extends Exception {
    private static final long serialVersionUID = 1L;

    ConnectionException(String sentence) {
        super(sentence);
    }

    ConnectionException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
