package porthole.engine.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;

/** The room's sentences. */
public final class EngineSentences {
    public static final Sentences SENTENCES = Sentences.of(EngineSentences.class);

    /** The word for the engine of the one who types, as in {@code docker.rm("web")}. */
    private static final Pattern OWN_ENGINE = Pattern.compile("(?<![\\w.])docker\\.(?=[a-z])");

    private EngineSentences() {}

    /** What Podman's socket for Docker's API has not got. */
    public static EngineException podman(Api api, String command) {
        return sentence("podman.not", api.versions().engine(), command);
    }

    /**
     * What the engine at the other end of {@code api} refuses. Where that is a host of a cluster, its name stands before it, and
     * the words to type are those of that host.
     */
    public static EngineException of(Api api, String key, Object... parts) {
        String said = SENTENCES.say(key, parts);
        String host = api.host();
        if (host.isEmpty()) {
            return new EngineException(said);
        }
        String word = Matcher.quoteReplacement("hosts.get(\"" + host + "\").");
        return new EngineException(
                SENTENCES.say("host.said", host, OWN_ENGINE.matcher(said).replaceAll(word)));
    }

    public static EngineException sentence(String key, Object... parts) {
        return new EngineException(SENTENCES.say(key, parts));
    }
}
