package porthole.probe.call;

import porthole.display.Sentences;
import porthole.engine.api.EngineException;

/** The room's sentences. */
public final class Errors {
    public static final Sentences SENTENCES = Sentences.of(Errors.class);

    private Errors() {}

    public static EngineException sentence(String key, Object... parts) {
        return new EngineException(SENTENCES.say(key, parts));
    }
}
