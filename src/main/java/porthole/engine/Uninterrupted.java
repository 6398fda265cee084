package porthole.engine;

/** Tidying up that must be done although the thread was interrupted. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Runs {@code work} with the interrupt flag down and sets it again; failures do not hide what came before. */
    static void run(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } catch (EngineException e) {
            // The first failure is the one that the caller throws.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
