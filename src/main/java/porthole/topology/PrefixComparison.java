package porthole.topology;

import java.util.List;
import porthole.network.Subnet;

/**
 * An IPv4 address with its prefix, and others of which each has the same prefix or another.
 *
 * @param address as in {@code 10.60.0.3}
 * @param length how many of its 32 bits are the prefix, 0 to 32
 * @param others IPv4 addresses
 */
public record PrefixComparison(String address, int length, List<String> others) {
    private static final int BITS = 32;

    public PrefixComparison {
        others = List.copyOf(others);
    }

    /** The address with its prefix length. */
    public String cidr() {
        return address + "/" + length;
    }

    /** Whether an address has the same prefix. */
    public boolean isNeighbour(String other) {
        return firstDifference(other) >= length;
    }

    /** The index of the first bit in which another address differs; 32 if it is the same. */
    public int firstDifference(String other) {
        return Long.numberOfLeadingZeros(number(address) ^ number(other)) - BITS;
    }

    /** The lowest address with this prefix. */
    public String first() {
        return dotted(number(address) & mask());
    }

    /** The highest address with this prefix. */
    public String last() {
        return dotted(number(address) | (~mask() & 0xffffffffL));
    }

    /** How many addresses have this prefix. */
    public long count() {
        return 1L << (BITS - length);
    }

    private long mask() {
        return length == 0 ? 0 : (0xffffffffL << (BITS - length)) & 0xffffffffL;
    }

    /**
     * An address as 32 bits.
     *
     * @param apart whether its four numbers are apart, with a bar at the prefix's end
     */
    public String bits(String of, boolean apart) {
        long number = number(of);
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < BITS; i++) {
            if (apart && i > 0 && i % 8 == 0) {
                bits.append('.');
            }
            if (apart && i == length) {
                bits.append('|');
            }
            bits.append((number >> (BITS - 1 - i)) & 1);
        }
        return bits.toString();
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static String dotted(long number) {
        return (number >> 24 & 0xff) + "." + (number >> 16 & 0xff) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
    }

    /** Whether a text is an IPv4 address in numbers. */
    public static boolean isAddress(String text) {
        return Subnet.isAddress(text) && !text.contains(":");
    }
}
