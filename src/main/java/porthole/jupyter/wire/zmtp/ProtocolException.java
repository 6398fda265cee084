package porthole.jupyter.wire.zmtp;

/** The other end does not speak as it must; its connection is closed. */
final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param fault what is wrong with it, as the end of a sentence */
    ProtocolException(String fault) {
        super(fault);
    }
}
