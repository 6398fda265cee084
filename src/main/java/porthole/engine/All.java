package porthole.engine;

/** {@code docker ps --all}: those that do not run, too. */
public enum All {
    ALL
}
