package porthole.jupyter.protocol;

/** What was received is not a message of the protocol; the sentence says what is wrong with it. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public MalformedException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong. */
    public String sentence() {
        return sentence;
    }
}
