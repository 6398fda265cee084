package porthole.engine.flag;

/** The flag {@code --force} as an argument: remove or disconnect even if it runs or is in use. */
public enum Force {
    /** The flag {@code --force} as an argument: {@code docker.rm(FORCE, "web")} removes a container that runs, too. */
    FORCE
}
