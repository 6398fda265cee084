package porthole.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses written in numbers. */
public final class Literal {
    private static final int GROUPS = 8;

    private Literal() {}

    /**
     * The one form of an address that may be written in several, for IPv6 that of RFC 5952: {@code fd00:43::1}. An IPv4
     * address inside IPv6 ({@code ::ffff:10.0.0.1}) is that IPv4 address. What is no address in numbers stays as it is.
     */
    public static String canonical(String text) {
        if (!Subnet.isAddress(text)) {
            return text;
        }
        try {
            return of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return text;
        }
    }

    /** Whether it leads back to whoever sends to it: {@code 127.0.0.0/8} and {@code ::1}. */
    public static boolean isLoopback(String address) {
        return address.startsWith("127.") || canonical(address).equals("::1");
    }

    /** The text of an address of 4 or 16 bytes. */
    public static String of(byte[] bytes) {
        if (bytes.length == 4) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
        }
        int from = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(groups, i);
            if (zeros > length) {
                from = i;
                length = zeros;
            }
        }
        return length == 1
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
    }

    private static int zeros(int[] groups, int from) {
        int end = from;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - from;
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
