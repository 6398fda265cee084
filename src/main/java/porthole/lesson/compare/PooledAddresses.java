package porthole.lesson.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses of networks whose range the engine chose, as an engine with nothing else on it would give them: the first
 * network that is seen has 172.18.0.0/16, the next 172.19.0.0/16. The part of the host stays. A range that the page's code
 * names is the page's own, and stays too.
 *
 * <p>The pools are dockerd's own: 172.17.0.0/16 to 172.31.0.0/16, then 192.168.0.0/16 in parts of a /20 (libnetwork's
 * {@code ipamutils}). docker0 has the first in each run.
 */
final class PooledAddresses {
    private static final int FIRST = 18;
    private static final int PART = 16;

    private final String code;

    /** By what is the same in all addresses of a network, the second number of the stable ones. */
    private final Map<String, Integer> networks = new HashMap<>();

    private int next = FIRST;

    /** @param code of all cells of the page */
    PooledAddresses(String code) {
        this.code = code;
    }

    /**
     * Gives an address under its stable form; empty if its range is the page's own.
     *
     * @param address in 172.18.0.0 to 172.31.255.255, or in 192.168.0.0/16 and then maybe with {@code /20} behind it
     */
    Optional<String> stable(String address) {
        String[] parts = address.split("[./]", -1);
        boolean isPart = parts[0].equals("192");
        int third = Integer.parseInt(parts[2]);
        // Machines have their own addresses in the lowest ranges of 192.168.
        boolean isOther = isPart && third > 0 && third < PART;
        String same = isPart ? "192.168." + third / PART * PART : parts[0] + "." + parts[1];
        if (isOther || isNamed(same + ".") || isNamed(parts[0] + "." + parts[1] + "." + parts[2] + ".")) {
            return Optional.empty();
        }
        int network = networks.computeIfAbsent(same, s -> free());
        String host = (isPart ? third % PART : third) + "." + parts[3];
        String prefix = address.endsWith("/20") ? isPart ? "/16" : "/20" : "";
        return Optional.of("172." + network + "." + host + prefix);
    }

    private boolean isNamed(String begin) {
        int at = code.indexOf(begin);
        while (at > 0 && (Character.isDigit(code.charAt(at - 1)) || code.charAt(at - 1) == '.')) {
            at = code.indexOf(begin, at + 1);
        }
        return at >= 0;
    }

    private int free() {
        while (isNamed("172." + next + ".")) {
            next++;
        }
        return next++;
    }
}
