package porthole.engine;

/** The engine's own "no", before someone who knows what was asked turns it into a better sentence. */
final class ApiFailure extends EngineException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    ApiFailure(int status, String reason) {
        super(Errors.SENTENCES.say("engine.refused", reason, status));
        this.status = status;
        this.reason = reason;
    }

    /** The HTTP status: 404 unknown, 409 conflict, and much else, not always with sense. */
    int status() {
        return status;
    }

    /** The engine's message, in English. */
    String reason() {
        return reason;
    }

    boolean says(String part) {
        return reason.contains(part);
    }
}
