package porthole.jupyter.api;

/** Whether code could be run as it stands: Jupyter's {@code is_complete_reply}. */
public sealed interface Completeness {
    /** It could. */
    record Complete() implements Completeness {}

    /**
     * It goes on.
     *
     * @param indent what the next line should begin with
     */
    record Incomplete(String indent) implements Completeness {}

    /** No continuation would make it right. */
    record Invalid() implements Completeness {}
}
