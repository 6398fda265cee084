package porthole.engine.flag;

/** {@code --force}: even where it runs or is in use. */
public enum Force {
    FORCE
}
