package porthole.engine.api;

/** The engine's own "no", before someone who knows what was asked turns it into a better sentence. */
public final class ApiFailure extends EngineException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    public ApiFailure(int status, String reason) {
        super(EngineSentences.SENTENCES.say("engine.refused", reason, status));
        this.status = status;
        this.reason = reason;
    }

    /** The HTTP status: 404 unknown, 409 conflict, and much else, not always with sense. */
    public int status() {
        return status;
    }

    /** The engine's message, in English. */
    public String reason() {
        return reason;
    }

    public boolean says(String part) {
        return reason.contains(part);
    }
}
