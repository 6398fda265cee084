package porthole.topology;

/** Where a box gets its network from. */
public enum Standing {
    /** From one network or more, through its legs. */
    ATTACHED,
    /** From the host itself: no sandbox and no address of its own. */
    HOST,
    /** From nowhere: its sandbox holds nothing but {@code lo}. */
    ALONE,
    /** It borrows the sandbox of a container that is not in the picture. */
    BORROWED,
    /** It is not running, so it has no sandbox; its legs are those it will have. */
    STOPPED
}
