package porthole.engine.api;

import org.jspecify.annotations.Nullable;

/** What the engine would not or could not do, told in one sentence: what was asked, what exists, what to do next. */
public class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence for the person at the cell, in their language */
    public EngineException(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence for the person at the cell, in their language
     * @param cause what the connection or the engine said
     */
    public EngineException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
