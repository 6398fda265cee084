package porthole.jupyter.magic;

/** A mistake that the person at the cell can mend, told in one sentence; shown without a stack trace. */
public class MagicException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence what was asked, what exists, what to do next */
    public MagicException(String sentence) {
        super(sentence);
    }
}
