package porthole.engine.api;

/** The time between two questions to an engine that has no event for what is waited for. */
public final class Pause {
    private Pause() {}

    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        }
    }
}
