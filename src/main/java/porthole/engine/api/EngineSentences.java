package porthole.engine.api;

import porthole.display.Sentences;

/** The room's sentences. */
public final class EngineSentences {
    public static final Sentences SENTENCES = Sentences.of(EngineSentences.class);

    private EngineSentences() {}

    /** What Podman's socket for Docker's API has not got. */
    public static EngineException podman(Api api, String command) {
        return sentence("podman.not", api.versions().engine(), command);
    }

    public static EngineException sentence(String key, Object... parts) {
        return new EngineException(SENTENCES.say(key, parts));
    }
}
