package porthole.lesson.review;

import java.util.Locale;

/** What a lesson is read for. Its name is what an author allows a place to break it with: the tag {@code allow-long-cell}. */
public enum ReviewRule {
    /** The lesson file has a mistake. */
    LESSON_FILE,
    /** A notebook cannot be read, or belongs to no lesson. */
    NOTEBOOK,
    /** All languages run the same code. */
    SAME_CODE,
    /** All languages have the same headings and texts at the same places. */
    SAME_STRUCTURE,
    /** A text waits for its translation. */
    UNTRANSLATED,
    /** A docker line of the lesson file can be read. */
    DOCKER_LINE,
    /** A name in a cell is one of the lesson file; a container or network in its lines is one of the lesson. */
    UNKNOWN_NAME,
    /** A name of the lesson file is used in a cell. */
    UNUSED,
    /** A question is asked, then checked; an exercise is set, then verified. */
    ORDER,
    /** A term is explained where it is used first, or before. */
    UNEXPLAINED,
    /** The first use of a term leads to the earlier notebook that explains it. */
    UNLINKED,
    /** A check can come out otherwise. */
    CANNOT_FAIL,
    /** The form of a quiz's choices does not tell which is right. */
    GUESSABLE,
    /** A lesson takes as long as it says, and not too long. */
    MINUTES,
    /** A cell is short. */
    LONG_CELL,
    /** An image says what it shows. */
    ALT_TEXT,
    /** A link leads somewhere. */
    LINK,
    /** The cell runs. */
    FAILS,
    /** The engine's answer is the lesson's. */
    ANSWER,
    /** Nothing above a question gives its answer away. */
    GIVEN_AWAY,
    /** An output fits on a screen. */
    LARGE_OUTPUT,
    /** An exercise is solved by its solution, and not without. */
    SOLUTION;

    /** Gives the name in small letters: {@code long-cell}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
