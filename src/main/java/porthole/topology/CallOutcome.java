package porthole.topology;

import java.util.Locale;

/** What becomes of a call, as its sender sees it; the best first. */
public enum CallOutcome {
    /** An answer came: an echo, a connection that stands, a datagram. */
    REACHED,
    /**
     * A datagram was sent, nobody refused it, and no answer came: a UDP server need not answer, and Linux limits how many
     * refusals it sends.
     */
    SILENT,
    /** Somebody on the way says no: nothing listens there, or a rule rejects it. */
    REFUSED,
    /** A prediction only: what decides is not known. */
    UNKNOWN,
    /** Nothing comes back. */
    DROPPED,
    /** The sender's own routing table has no way there, or nobody on the way has. */
    NO_ROUTE,
    /** The name is no address for the sender. */
    NAME_UNKNOWN,
    /** The engine's DNS ought to know the name, and did not answer in time: whether it does is not known. */
    NAME_UNANSWERED,
    /** One of the two has no network namespace now: it is stopped, restarting, or being removed. */
    NOT_RUNNING;

    /** Whether something came back, or, for a datagram, may have arrived. */
    public boolean arrives() {
        return this == REACHED || this == SILENT || this == REFUSED;
    }

    /** The better of the two. */
    CallOutcome or(CallOutcome other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** In lower case and with hyphens, as keys of sentences and JSON have it: {@code no-route}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
