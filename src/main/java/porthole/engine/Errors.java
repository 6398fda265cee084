package porthole.engine;

import porthole.display.Sentences;

/** The room's sentences. */
final class Errors {
    static final Sentences SENTENCES = Sentences.of(Errors.class);

    private Errors() {}

    /** What Podman's socket for Docker's API has not got. */
    static EngineException podman(Api api, String command) {
        return sentence("podman.not", api.versions().engine(), command);
    }

    static EngineException sentence(String key, Object... parts) {
        return new EngineException(SENTENCES.say(key, parts));
    }
}
