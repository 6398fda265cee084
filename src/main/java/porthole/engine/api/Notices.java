package porthole.engine.api;

/** Where the engine room tells what it does, apart from the values that it returns. Called from any thread. */
public interface Notices {
    /** The {@code docker …} command line that the call equals, shell-quoted. */
    void command(String line);

    /** The call in Java that a typed command line equals. */
    default void java(String call) {}

    /** What is used in place of something that is asked for and cannot be had; a sentence. */
    default void replaced(String sentence) {
        note(sentence);
    }

    /** Something that the engine or this room warns of; a sentence. */
    void warning(String sentence);

    /** Something worth knowing, once; a sentence. Also a line that Compose prints. */
    void note(String sentence);

    /**
     * How far a long work is.
     *
     * @param what its subject, {@code pull nginx} say
     * @param done how much is done, in the unit of {@code total}
     * @param total how much there is; 0 where that is not known
     */
    void progress(String what, long done, long total);

    /**
     * What a process has said so far, while it goes on; told again and again, and only where it takes longer than a moment.
     *
     * @param process the same for all that one process says
     * @param text all of it, or its end where that is long
     * @param over whether it has ended and the value of the call tells the same, so that this may go
     */
    default void output(Object process, String text, boolean over) {}

    /** Notices that go nowhere. */
    static Notices none() {
        return new Notices() {
            @Override
            public void command(String line) {}

            @Override
            public void warning(String sentence) {}

            @Override
            public void note(String sentence) {}

            @Override
            public void progress(String what, long done, long total) {}
        };
    }
}
