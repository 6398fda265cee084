package porthole.command;

/** How much of a shell's language a line may use. */
enum Syntax {
    /** Commands with operators between them: {@code %docker}. */
    SCRIPT,
    /** The words of one command that is run without a shell: {@code docker.exec("web", "ls -l")}. */
    WORDS,
    /** The words of a magic: signs that are a shell's operators or patterns are letters like any other. */
    MAGIC;

    /** Whether operators, patterns and substitutions have their meaning, or are refused. */
    boolean strict() {
        return this != MAGIC;
    }
}
