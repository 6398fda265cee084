package porthole.engine.api;

/**
 * The thread that waited for the engine was interrupted, as the interrupt button of a notebook does. The thread's
 * interrupt flag is set again.
 */
public final class InterruptedCall extends EngineException {
    private static final long serialVersionUID = 1L;

    /** With the sentence that says so. */
    public InterruptedCall() {
        super(EngineSentences.SENTENCES.say("interrupted"));
    }
}
