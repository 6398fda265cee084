package porthole.probe.call;

/**
 * A packet filter rule that let nothing pass.
 *
 * @param where whose rules: a container's name, or {@code host}
 * @param table such as {@code filter}
 * @param rule as {@code iptables-save} prints it, without its counter
 * @param packets how many packets it counted while ours were sent
 */
public record Drop(String where, String table, String rule, long packets) {
    /** Whether it says no, instead of saying nothing. */
    public boolean rejects() {
        return rule.contains("-j REJECT");
    }
}
