package porthole.network;

import java.util.Locale;

/** How far a network reaches, in Docker's own terms. */
public enum Scope {
    /** One engine. */
    LOCAL,
    /** All engines of a swarm. */
    SWARM,
    /** All engines that share a key-value store (legacy). */
    GLOBAL;

    /** Gives Docker's own word: {@code local}, {@code swarm} or {@code global}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
