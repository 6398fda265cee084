package porthole.engine.flag;

/** {@code docker ps --all}: those that do not run, too. */
public enum All {
    ALL
}
