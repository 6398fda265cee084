package porthole.topology;

/** What a step did to one thing. */
public enum Mark {
    SAME(""),
    CAME("+"),
    WENT("−"),
    MOVED("~");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /** {@code +}, {@code −} or {@code ~}; empty for {@link #SAME}. */
    public String sign() {
        return sign;
    }
}
