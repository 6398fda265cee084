package porthole.engine.recording;

import porthole.engine.api.EngineException;

/** What was asked is not in the recording that answers: unlike other failures it says nothing of the network. */
public final class NotRecordedException extends EngineException {
    private static final long serialVersionUID = 1L;

    NotRecordedException(String sentence) {
        super(sentence);
    }
}
