package porthole.probe.call;

import porthole.display.Sentences;
import porthole.engine.api.EngineException;

/** The room's sentences. */
public final class ProbeSentences {
    public static final Sentences SENTENCES = Sentences.of(ProbeSentences.class);

    private ProbeSentences() {}

    public static EngineException sentence(String key, Object... parts) {
        return new EngineException(SENTENCES.say(key, parts));
    }
}
