package porthole.lesson.enclosure;

/**
 * What an enclosure may use of the machine.
 *
 * @param memory megabytes of memory, of all its processes together, its engine's included
 * @param disk megabytes of disk, of its images, containers and files together
 * @param processes how many processes and threads
 * @param processor hundredths of a processor, of all its processes together: 150 is one and a half
 */
public record EnclosureLimits(int memory, int disk, int processes, int processor) {
    /** What the course's lessons need, three times over. */
    public static final EnclosureLimits USUAL = new EnclosureLimits(1_500, 1_500, 1_000, 100);
}
