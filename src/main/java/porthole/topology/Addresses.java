package porthole.topology;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.Pool;

/** Addresses in numbers, of both families. */
final class Addresses {
    private Addresses() {}

    /** IPv4 or IPv6. */
    enum Family {
        FOUR,
        SIX;

        static Family of(String address) {
            return address.contains(":") ? SIX : FOUR;
        }

        Optional<String> of(Endpoint endpoint) {
            return this == FOUR ? endpoint.address() : endpoint.address6();
        }

        /** The host's own address on a bridge. */
        Optional<String> gateway(Network network) {
            return network.pools().stream()
                    .filter(p -> p.subnet().isIPv6() == (this == SIX))
                    .findFirst()
                    .flatMap(Pool::gateway);
        }
    }

    /** The one form of an address that may be written in several: {@code fd00::1} as RFC 5952 has it. */
    static String canonical(String literal) {
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            return compressed(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return literal;
        }
    }

    private static String compressed(byte[] bytes) {
        if (bytes.length != 16) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
        }
        int from = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(bytes, end) == 0) {
                end++;
            }
            if (end - i > Math.max(1, length)) {
                from = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (length > 0 && i == from) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(bytes, i)));
        }
        return text.toString();
    }

    private static int group(byte[] bytes, int i) {
        return (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.") || canonical(address).equals("::1");
    }
}
