package porthole.probe.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.network.Subnet;
import porthole.topology.FilterRule;
import porthole.topology.PacketFlow;

/**
 * The rules of a packet filter with their counters, as {@code iptables-save -c} and {@code ip6tables-save -c} print them.
 *
 * @param packets table and rule, and how many packets the rule has counted; of equal rules the sum
 */
record RuleCounters(Map<Rule, Long> packets) {
    private static final Pattern RULE = Pattern.compile("\\[(\\d+):\\d+] (-A .*)");
    private static final Pattern POLICY = Pattern.compile(":(\\S+) (DROP) \\[(\\d+):\\d+]");

    /** A rule or a chain's policy. */
    record Rule(String table, String text) {
        /** Its target: {@code DROP}, {@code DNAT}. */
        String target() {
            return new FilterRule(text).target();
        }

        Optional<String> value(String option) {
            return new FilterRule(text).value(option);
        }

        /**
         * Whether what the rule says of addresses, ports and devices is true of a packet. What else it says is not known
         * here: that its counter rose tells the rest.
         *
         * @param in the device by which the packet came; empty text for none or an unknown one, which is none that a rule
         *     names
         * @param out the device by which it leaves, likewise
         */
        boolean fits(PacketFlow flow, String in, String out) {
            return allows("-p", p -> p.equals("tcp") || p.equals("all"))
                    && allows("-s", range -> contains(range, flow.source()))
                    && allows("-d", range -> contains(range, flow.destination()))
                    && allows("--sport", ports -> contains(ports, flow.sourcePort()))
                    && allows("--dport", ports -> contains(ports, flow.destinationPort()))
                    && allows("-i", device -> is(device, in))
                    && allows("-o", device -> is(device, out));
        }

        private boolean allows(String option, Predicate<String> meant) {
            Matcher named = Pattern.compile("(?:^| )(! )?" + option + " (\\S+)").matcher(text);
            return !named.find() || meant.test(String.valueOf(named.group(2))) == (named.group(1) == null);
        }

        private static boolean is(String pattern, String device) {
            return pattern.endsWith("+")
                    ? device.startsWith(pattern.substring(0, pattern.length() - 1))
                    : pattern.equals(device);
        }

        private static boolean contains(String range, String address) {
            String whole = range.contains("/") ? range : range + (range.contains(":") ? "/128" : "/32");
            try {
                return Subnet.of(whole).contains(address);
            } catch (IllegalArgumentException e) {
                return range.equals(address);
            }
        }

        private static boolean contains(String ports, int port) {
            String[] ends = ports.split(":", 2);
            int first = Integer.parseInt(ends[0]);
            return first <= port && port <= (ends.length > 1 ? Integer.parseInt(ends[1]) : first);
        }
    }

    static RuleCounters read(List<String> lines) {
        Map<Rule, Long> packets = new LinkedHashMap<>();
        String table = "";
        for (String line : lines) {
            if (line.startsWith("*")) {
                table = line.substring(1);
            }
            Matcher rule = RULE.matcher(line);
            Matcher policy = POLICY.matcher(line);
            if (rule.matches()) {
                packets.merge(new Rule(table, String.valueOf(rule.group(2))), Long.valueOf(rule.group(1)), Long::sum);
            } else if (policy.matches()) {
                packets.put(new Rule(table, "-P " + policy.group(1) + " DROP"), Long.valueOf(policy.group(3)));
            }
        }
        return new RuleCounters(packets);
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /** By how much a rule has counted more than before. */
    long gained(RuleCounters before, Rule rule) {
        return packets.getOrDefault(rule, 0L) - before.packets.getOrDefault(rule, 0L);
    }

    /** The rules whose counter has risen, in the order of the tables. */
    List<Rule> risen(RuleCounters before) {
        List<Rule> risen = new ArrayList<>();
        packets.keySet().stream().filter(rule -> gained(before, rule) > 0).forEach(risen::add);
        return risen;
    }
}
