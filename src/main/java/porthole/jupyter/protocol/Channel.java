package porthole.jupyter.protocol;

/** The four channels that carry messages; the fifth, the heartbeat, carries bytes only. */
public enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB;

    /** The channel's name as the connection file and people write it. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
