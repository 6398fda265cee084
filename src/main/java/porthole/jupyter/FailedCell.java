package porthole.jupyter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import porthole.jupyter.protocol.Header;

/**
 * A cell that failed, and which of the cells that come after its reply were sent before anybody could know: "Run all"
 * sends its cells one after the other, and a slow network brings some of them late. The front end's own clock tells: what
 * it wrote sooner after the failed cell than the kernel took to answer that one, it wrote without the answer.
 *
 * @param header of the cell
 * @param received when it came, of {@link System#nanoTime}
 * @param answered when its reply was given to the courier
 */
record FailedCell(Header header, long received, long answered) {
    /** Later than that nothing is on its way any more, and a clock may have been set. */
    private static final Duration LATEST = Duration.ofSeconds(2);

    /** Clocks that count milliseconds, as browsers' do. */
    private static final Duration COARSE = Duration.ofMillis(2);

    /** Whether {@code later} was sent as if this cell would not fail, and must not run. */
    boolean covers(ExecuteJob later) {
        Header other = later.message().header();
        if (!other.session().equals(header.session()) || later.received() - answered > LATEST.toNanos()) {
            return false;
        }
        Optional<Duration> apart = apart(header.date(), other.date());
        long took = answered - received - COARSE.toNanos();
        // A front end that writes one date for all does not tell the time either.
        return apart.map(it -> !it.isNegative() && !it.isZero() && it.compareTo(Duration.ofNanos(took)) < 0)
                .orElse(false);
    }

    private static Optional<Duration> apart(String first, String second) {
        try {
            return Optional.of(Duration.between(OffsetDateTime.parse(first), OffsetDateTime.parse(second)));
        } catch (DateTimeException e) {
            return Optional.empty(); // a front end need not tell the time
        }
    }
}
