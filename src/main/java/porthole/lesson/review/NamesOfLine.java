package porthole.lesson.review;

import java.util.Set;

/**
 * The names in a docker line.
 *
 * @param containersMade names that it gives to containers
 * @param networksMade names that it gives to networks
 * @param aliases further names by which containers are called
 * @param containers that have to be there
 * @param networks that have to be there
 */
public record NamesOfLine(
        Set<String> containersMade,
        Set<String> networksMade,
        Set<String> aliases,
        Set<String> containers,
        Set<String> networks) {
    public NamesOfLine {
        containersMade = Set.copyOf(containersMade);
        networksMade = Set.copyOf(networksMade);
        aliases = Set.copyOf(aliases);
        containers = Set.copyOf(containers);
        networks = Set.copyOf(networks);
    }

    /** Who reads docker lines without doing what they say. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Reads a line.
         *
         * @param line as typed after {@code docker}
         * @throws porthole.lesson.file.LessonException if it cannot be read; the message says why
         */
        NamesOfLine read(String line);
    }
}
