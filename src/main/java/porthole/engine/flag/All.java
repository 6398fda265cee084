package porthole.engine.flag;

/** The flag {@code --all} of {@code docker ps} as an argument: list the containers that do not run, too. */
public enum All {
    /** The only value; a cell has it as {@code all}. */
    ALL
}
