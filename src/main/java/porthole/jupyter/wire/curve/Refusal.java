package porthole.jupyter.wire.curve;

import porthole.jupyter.wire.zmtp.ProtocolException;

/** A client without the kernel's keys, or with others. It connects again and again, and is told of once. */
final class Refusal extends ProtocolException {
    private static final long serialVersionUID = 1L;

    private final String theirs;

    /**
     * @param key of the sentence
     * @param theirs what the other end wanted instead
     */
    Refusal(String key, String theirs) {
        super(key);
        this.theirs = theirs;
    }

    @Override
    public String sentence(String socket) {
        return CurveServer.SENTENCES.say(String.valueOf(getMessage()), socket, theirs);
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }
}
