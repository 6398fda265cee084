package porthole.jupyter.api;

/**
 * Whether code can be run as it is, or the person is still typing it: the {@code status} of Jupyter's
 * {@code is_complete_reply} (jupyter-client, "Messaging in Jupyter", "Code completeness"). Consoles ask when Enter is
 * pressed.
 */
public sealed interface Completeness {
    /** The code can be run: status {@code complete}. */
    record Complete() implements Completeness {}

    /**
     * The code needs more lines, such as after an open brace: status {@code incomplete}.
     *
     * @param indent blanks with which the next line should begin; may be empty
     */
    record Incomplete(String indent) implements Completeness {}

    /** No further line makes the code correct: status {@code invalid}. The console runs it, so that the error is shown. */
    record Invalid() implements Completeness {}
}
