package porthole.engine;

/** {@code --force}: even where it runs or is in use. */
public enum Force {
    FORCE
}
