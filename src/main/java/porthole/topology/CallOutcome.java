package porthole.topology;

import java.util.Locale;

/** What becomes of a call, as its sender sees it. The constants are ordered from the best to the worst. */
public enum CallOutcome {
    /** An answer came: to an echo request, a connection that was accepted, or a datagram. */
    REACHED,
    /**
     * A datagram was sent, and neither an answer nor a refusal came. That need not be a failure: a UDP server need not
     * answer, and Linux limits how many refusals it sends.
     */
    SILENT,
    /** The call was refused: nothing listens there, or a rule rejects it. */
    REFUSED,
    /** In predictions only: what decides is not known. */
    UNKNOWN,
    /** Nothing came back in time. */
    DROPPED,
    /** There is no route: in the sender's own routing table, or on the way. */
    NO_ROUTE,
    /** The name does not resolve for the sender. */
    NAME_UNKNOWN,
    /**
     * The engine's DNS should know the name and did not answer in time, so that it is not known whether it resolves.
     */
    NAME_UNANSWERED,
    /** One of the two has no network namespace now, because it is stopped, restarting, or being removed. */
    NOT_RUNNING;

    /** Whether something came back, or, for a datagram, may have arrived: the first three outcomes. */
    public boolean arrives() {
        return this == REACHED || this == SILENT || this == REFUSED;
    }

    /** The better of the two. */
    CallOutcome or(CallOutcome other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Gives the outcome in lower case with hyphens, as it is written in JSON: {@code no-route}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
