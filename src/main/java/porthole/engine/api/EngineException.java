package porthole.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * What the engine would not or could not do. The message is one sentence in the reader's language: what was asked, what
 * exists, what to do next.
 */
public class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the failure.
     *
     * @param sentence the message for the person at the cell
     */
    public EngineException(String sentence) {
        super(sentence);
    }

    /**
     * Makes the failure, with what caused it.
     *
     * @param sentence the message for the person at the cell
     * @param cause what the connection or the engine reported; {@code null} if there is nothing to add
     */
    public EngineException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
