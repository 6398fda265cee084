package porthole.probe;

import porthole.display.Sentences;
import porthole.engine.EngineException;

/** The room's sentences. */
final class Errors {
    static final Sentences SENTENCES = Sentences.of(Errors.class);

    private Errors() {}

    static EngineException sentence(String key, Object... parts) {
        return new EngineException(SENTENCES.say(key, parts));
    }
}
