package porthole.jupyter.wire.zmtp;

import porthole.display.Sentences;

/** The other end does not speak as it must; its connection is closed. */
public class ProtocolException extends Exception {
    private static final Sentences SENTENCES = Sentences.of(ProtocolException.class);

    private static final long serialVersionUID = 1L;

    /** @param fault what is wrong with it, as the end of a sentence */
    public ProtocolException(String fault) {
        super(fault);
    }

    /**
     * One sentence for the kernel's log.
     *
     * @param socket the name of the socket that the connection was made to
     */
    public String sentence(String socket) {
        return SENTENCES.say("connection.dropped", socket, getMessage());
    }

    /** Whether one line in the log is enough for all connections of a socket with this fault: clients connect again. */
    public boolean isToldOnce() {
        return false;
    }
}
