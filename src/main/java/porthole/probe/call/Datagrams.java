package porthole.probe.call;

import java.util.Map;
import java.util.TreeMap;
import porthole.engine.Docker;
import porthole.engine.sandbox.Guest;
import porthole.network.Container;

/** How many datagrams a namespace has taken in so far: those that were read, and those that wait in a socket's queue. */
public final class Datagrams {
    /** How many {@link CallFindings#script} sends, at least. */
    public static final int SENT = 3;

    private static final String SCRIPT = """
            cat /proc/net/snmp /proc/net/snmp6 2>/dev/null
            echo queues
            cat /proc/net/udp /proc/net/udp6 2>/dev/null
            """;

    private Datagrams() {}

    /** Counted in the sandbox of {@code container}; it shows in the difference of two counts. */
    public static long in(Docker docker, Container container, int port) {
        return read(docker.guests().run(Guest.of(container), SCRIPT).stdout(), port);
    }

    static long read(String said, int port) {
        Map<String, Long> counters = new TreeMap<>();
        String[] names = {};
        String queue = String.format(java.util.Locale.ROOT, ":%04X", port);
        for (String line : said.lines().toList()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].equals("Udp:") && words.length > 1 && !words[1].matches("\\d+")) {
                names = words;
            } else if (words[0].equals("Udp:")) {
                for (int i = 1; i < Math.min(words.length, names.length); i++) {
                    counters.put(names[i], Long.valueOf(words[i]));
                }
            } else if (words[0].startsWith("Udp6") && words.length == 2) {
                counters.put(words[0], Long.valueOf(words[1]));
            } else if (words.length > 9 && words[1].endsWith(queue)) {
                counters.merge("queue", waiting(words[4]), Long::sum);
            }
        }
        return counters.getOrDefault("InDatagrams", 0L)
                + counters.getOrDefault("RcvbufErrors", 0L)
                + counters.getOrDefault("Udp6InDatagrams", 0L)
                + counters.getOrDefault("Udp6RcvbufErrors", 0L)
                + counters.getOrDefault("queue", 0L);
    }

    /** The queue is told in bytes of memory; a small datagram takes 768 of them with Linux 5 and 6, and 512 at the least. */
    private static long waiting(String queues) {
        return Long.parseLong(queues.substring(queues.indexOf(':') + 1), 16) / 512;
    }
}
