package porthole.lesson.grade;

import java.time.Duration;
import porthole.lesson.enclosure.EnclosureLimits;

/**
 * What a submission may use.
 *
 * @param cell how long one cell may take
 * @param all how long all cells may take together
 * @param enclosure memory, disk and processes
 */
public record RunLimits(Duration cell, Duration all, EnclosureLimits enclosure) {
    /** What the course's lessons need, many times over. */
    public static final RunLimits USUAL =
            new RunLimits(Duration.ofSeconds(30), Duration.ofMinutes(3), EnclosureLimits.USUAL);

    /** The same whatever part of the processors it gets: that depends on how many are graded at a time, and gives no mark. */
    RunLimits ofAnyShare() {
        EnclosureLimits own = new EnclosureLimits(enclosure.memory(), enclosure.disk(), enclosure.processes(), 0);
        return new RunLimits(cell, all, own);
    }
}
