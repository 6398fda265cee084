package porthole.probe.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.topology.JourneyEvidence;

/**
 * What Linux has dropped by itself in a namespace: some counters of {@code /proc/net/snmp} and {@code /proc/net/netstat}, in
 * which a line of names stands before a line of numbers.
 *
 * @param counted a counter's name, and how many packets it has counted
 * @see <a href="https://docs.kernel.org/networking/snmp_counter.html">SNMP counters</a>
 */
record KernelDrops(Map<String, Long> counted) {
    /**
     * Dropped as no rule of a packet filter does it: the sender's address does not lead back by the same interface (rp_filter), no
     * route leads to the destination, none leads back to the caller, the address is not the machine's and it forwards
     * nothing, the server's queue is full.
     */
    private static final List<String> KNOWN =
            List.of("IPReversePathFilter", "InNoRoutes", "OutNoRoutes", "InAddrErrors", "ListenOverflows");

    static KernelDrops read(List<String> lines) {
        Map<String, Long> counted = new LinkedHashMap<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String[] names = lines.get(i).split(" ", -1);
            String[] numbers = lines.get(i + 1).split(" ", -1);
            for (int n = 1; n < names.length && n < numbers.length; n++) {
                if (names[0].equals(numbers[0]) && KNOWN.contains(names[n]) && numbers[n].matches("\\d{1,18}")) {
                    counted.putIfAbsent(names[n], Long.valueOf(numbers[n]));
                }
            }
        }
        return new KernelDrops(counted);
    }

    /** The counters that have risen. */
    List<JourneyEvidence.Dropped> risen(KernelDrops before) {
        return counted.entrySet().stream()
                .map(c -> new JourneyEvidence.Dropped(
                        c.getKey(), c.getValue() - before.counted.getOrDefault(c.getKey(), c.getValue())))
                .filter(c -> c.gained() > 0)
                .toList();
    }
}
