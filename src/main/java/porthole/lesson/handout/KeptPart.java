package porthole.lesson.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines between which something of a cell is kept from learners: {@code ### BEGIN SOLUTION} and {@code ### END SOLUTION}.
 * As in nbgrader, whatever stands before the words on their line is a comment's beginning.
 */
enum KeptPart {
    /** What solves it. */
    SOLUTION,
    /** What is tested beside what the learner sees. */
    HIDDEN_TESTS,
    /** How the teacher gives points. */
    MARK_SCHEME;

    private static final String COMMENT = "^[ \\t]*(?://+|#+|/\\*+|<!--|--|%+)?[ \\t]*#*[ \\t]*";

    private final String words = name().replace('_', ' ');
    private final Pattern begin = Pattern.compile(COMMENT + "BEGIN " + words + "\\b.*$");
    private final Pattern end = Pattern.compile(COMMENT + "END " + words + "\\b.*$");

    /** Whether {@code source} has such a part. */
    boolean isIn(String source) {
        return source.lines().anyMatch(line -> begin.matcher(line).matches());
    }

    /** {@code source} without the lines of marks, of all kinds; what stands between them stays. */
    static String unmarked(String source) {
        List<String> kept = new ArrayList<>(List.of(source.split("\n", -1)));
        for (KeptPart each : values()) {
            kept.removeIf(line ->
                    each.begin.matcher(line).matches() || each.end.matcher(line).matches());
        }
        return String.join("\n", kept);
    }

    /**
     * {@code source} with each such part replaced.
     *
     * @param instead stands in a part's place, as far to the right; empty where nothing does
     * @throws MarkException where a part does not begin or end
     */
    String without(String source, Optional<String> instead) {
        List<String> kept = new ArrayList<>();
        boolean inside = false;
        for (String line : source.split("\n", -1)) {
            boolean begins = begin.matcher(line).matches();
            boolean ends = end.matcher(line).matches();
            if ((begins && inside) || (ends && !inside)) {
                throw new MarkException(words, begins);
            }
            if (begins) {
                String indent =
                        line.substring(0, line.length() - line.stripLeading().length());
                instead.ifPresent(text -> kept.add(indent + text));
            } else if (!ends && !inside) {
                kept.add(line);
            }
            inside = begins || (inside && !ends);
        }
        if (inside) {
            throw new MarkException(words, true);
        }
        return String.join("\n", kept);
    }

    /** A part that begins and does not end, or ends and did not begin. */
    static final class MarkException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean begins;

        MarkException(String words, boolean begins) {
            super(words);
            this.begins = begins;
        }

        /** {@code END SOLUTION}: the line that is missing. */
        String missing() {
            return (begins ? "END " : "BEGIN ") + getMessage();
        }
    }
}
