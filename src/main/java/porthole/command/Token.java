package porthole.command;

/** A piece of a command line: a word, or an operator between words. */
sealed interface Token {
    /** Where it begins in the text, from 0. */
    int at();

    /**
     * A word, quotes taken off and variables filled in.
     *
     * @param plain whether it was written without quotes, escapes and variables, as a shell's reserved words are
     */
    record Word(String text, boolean plain, int at) implements Token {}

    /** {@code &&}, {@code ||}, {@code ;}, {@code |}, or a line's end. */
    record Operator(String text, int at) implements Token {}
}
