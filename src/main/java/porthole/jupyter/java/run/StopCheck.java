package porthole.jupyter.java.run;

import porthole.display.Sentences;

/**
 * What the compiled code of cells calls on the way: {@link Weaver} puts a call to {@link #check} at each method's entry
 * and at each jump back, so that a loop without end can be ended. Public only because cells' classes must see it.
 */
@SuppressWarnings("DoNotCallSuggester") // woven code calls what always throws
public final class StopCheck {
    private static volatile boolean armed;

    private StopCheck() {}

    /** Returns, mostly at the price of one read; throws where the caller's cell has been interrupted. */
    public static void check() {
        if (armed && Interrupts.concernsCaller()) {
            throw new CellStopped();
        }
    }

    /**
     * In the place of {@code System.exit}: a cell must not take the kernel and everybody's values with it.
     *
     * @param call what was called
     */
    static void exit(String call, int status) {
        throw new UnsupportedOperationException(Sentences.of(StopCheck.class).say("exit", call, status));
    }

    static void arm(boolean on) {
        armed = on;
    }

    /** Ends a thread of an interrupted cell; an error, so that {@code catch (Exception e)} lets it through. */
    public static final class CellStopped extends Error {
        private static final long serialVersionUID = 1L;

        public CellStopped() {
            super("The cell was interrupted", null, false, false);
        }
    }
}
