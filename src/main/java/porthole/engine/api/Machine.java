package porthole.engine.api;

/**
 * The machine of the kernel, as far as it is asked something besides the engine. A recording keeps what it answers, and
 * answers in its place.
 */
public interface Machine {
    /**
     * A question to this machine, which it answers now.
     *
     * @param <E> what may go wrong
     */
    interface Live<E extends Exception> {
        /**
         * Asks it.
         *
         * @return its answer as text
         * @throws E if it cannot be asked
         */
        String answer() throws E;
    }

    /**
     * Asks this machine something, or gives what a recording has kept of it.
     *
     * @param question the question in words that are the same wherever it is asked, as in {@code curl localhost:80}
     * @param live asks this machine
     * @param <E> what may go wrong when it is asked
     * @return the answer as text
     * @throws E what {@code live} throws
     * @throws EngineException if a recording answers in which the question is not
     */
    default <E extends Exception> String ofMachine(String question, Live<E> live) throws E {
        return live.answer();
    }

    /** Whether a recording answers: then nothing that is noted or removed is real. */
    default boolean isRecorded() {
        return false;
    }
}
