package porthole.lesson.review;

import java.nio.file.Path;

/**
 * One thing that a reader of a lesson would have changed.
 *
 * @param file the notebook or the lesson file
 * @param place in a notebook the number of the cell, all kinds counted, from 1; in a lesson file the line; 0 for all of it
 * @param rule what it was read for
 * @param sentence what is wrong and what to do
 */
public record ReviewFinding(Path file, int place, ReviewRule rule, String sentence) {
    /**
     * Gives it as a line: {@code en/two-tier.ipynb:5: … [long-cell]}.
     *
     * @param from the folder that the file's path is shown from
     */
    public String line(Path from) {
        return shown(file, from) + (place > 0 ? ":" + place : "") + ": " + sentence + " [" + rule.id() + "]";
    }

    /** A file as seen from a folder; its whole path if it is not below it. */
    static Path shown(Path file, Path from) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = from.toAbsolutePath().normalize();
        return absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    }
}
