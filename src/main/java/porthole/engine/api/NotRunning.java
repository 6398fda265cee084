package porthole.engine.api;

import java.util.Set;
import porthole.network.Container;

/** What was asked needs a container that runs, and this one did not run at that moment. */
public final class NotRunning extends EngineException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> OWN_SENTENCE = Set.of("paused", "restarting", "removing", "dead");

    private final String id;
    private final String state;

    private NotRunning(String sentence, String id, String state) {
        super(sentence);
        this.id = id;
        this.state = state;
    }

    /** With a sentence that says what brings it back from the state that it is in. */
    public static NotRunning of(Container container) {
        String key = OWN_SENTENCE.contains(container.state()) ? container.state() : "stopped";
        String sentence = EngineSentences.SENTENCES.say("container." + key, container.name(), container.state());
        return new NotRunning(sentence, container.id(), container.state());
    }

    /** Which container, by its id. */
    public String id() {
        return id;
    }

    /** The state that it was in, as {@link Container#state}. */
    public String state() {
        return state;
    }
}
