package porthole.probe.call;

import java.util.Optional;

/**
 * One address that was called.
 *
 * @param address in numbers
 * @param route the way that packets to it take, as {@code ip route get} tells
 * @param milliseconds how long an echo took; empty where none came back
 * @param turnedBack whether a router or a rule on the way said that there is no way there (EHOSTUNREACH or ENETUNREACH)
 * @param exit curl's exit code; -1 where no port was called by TCP
 * @param connect seconds until the connection stood; 0 for never
 * @param total seconds until all was over
 * @param status the HTTP status; 0 for none
 * @param datagram what became of datagrams: {@code answered}, {@code refused} or {@code silent}; empty where none were sent
 */
public record Attempt(
        String address,
        String route,
        Optional<Double> milliseconds,
        boolean turnedBack,
        int exit,
        double connect,
        double total,
        int status,
        String datagram) {
    private static final int COULD_NOT_CONNECT = 7;
    private static final int TIMED_OUT = 28;

    /** Curl could connect. */
    public boolean connected() {
        return connect > 0;
    }

    /** Somebody said no: nothing listens on the port, or a rule rejects. */
    public boolean refused() {
        return datagram.equals("refused") || (exit == COULD_NOT_CONNECT && !nowhere() && !turnedBack);
    }

    /** Whoever listens there has answered in its own way. */
    public boolean served() {
        return status > 0
                || datagram.equals("answered")
                || (connected() && exit != TIMED_OUT && exit != 52 && exit != 56);
    }

    /** Something came back. */
    boolean reached() {
        return milliseconds.isPresent() || connected() || refused() || datagram.equals("answered");
    }

    /** The sender's own routing table has no way there. */
    public boolean nowhere() {
        return route.contains("unreachable") || route.contains("No route") || route.contains("prohibit");
    }

    /** How far it came, the farther the higher. */
    public int progress() {
        return served() ? 4 : connected() ? 3 : refused() ? 2 : reached() ? 1 : 0;
    }
}
