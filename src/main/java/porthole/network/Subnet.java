package porthole.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import porthole.display.Sentences;

/**
 * A range of addresses in CIDR form, such as {@code 172.17.0.0/16} or {@code fd00::/64}: the network's address, and how
 * many leading bits its members share.
 *
 * @param address the first address of the range; bits after the prefix are zero
 * @param prefixLength 0 to 32, or 0 to 128 for IPv6
 */
public record Subnet(String address, int prefixLength) {
    private static final Sentences SENTENCES = Sentences.of(Subnet.class);

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * A range that begins at {@code address}.
     *
     * @throws IllegalArgumentException with a sentence if {@code address} is not a valid address, has bits after the prefix,
     *     or {@code prefixLength} is out of range
     */
    public Subnet {
        byte[] bytes = bytes(address);
        int bits = bytes.length * 8;
        if (prefixLength < 0 || prefixLength > bits) {
            throw new IllegalArgumentException(SENTENCES.say("subnet.length", address + "/" + prefixLength, bits));
        }
        BigInteger value = new BigInteger(1, bytes);
        BigInteger masked = value.shiftRight(bits - prefixLength).shiftLeft(bits - prefixLength);
        if (!masked.equals(value)) {
            throw new IllegalArgumentException(SENTENCES.say(
                    "subnet.inside", address + "/" + prefixLength, text(masked, bytes.length) + "/" + prefixLength));
        }
    }

    /**
     * The range that {@code cidr} writes in CIDR form.
     *
     * @param cidr as in {@code 10.9.0.0/24} or {@code fd00:9::/64}
     * @throws IllegalArgumentException with a sentence if {@code cidr} is not a valid subnet
     */
    public static Subnet of(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0 || !cidr.substring(slash + 1).matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(SENTENCES.say("subnet.form", cidr));
        }
        return new Subnet(cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)));
    }

    /**
     * Whether a text is an IPv4 or IPv6 address written in numbers.
     *
     * @param text any text
     */
    public static boolean isAddress(String text) {
        try {
            bytes(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether this is an IPv6 range; otherwise it is an IPv4 one. */
    public boolean isIPv6() {
        return address.contains(":");
    }

    /**
     * Whether an address is in this range; never if one is IPv4 and the other IPv6.
     *
     * @param literal an address in numbers, as in {@code 10.9.0.7}
     * @throws IllegalArgumentException with a sentence if {@code literal} is not a valid address
     */
    public boolean contains(String literal) {
        byte[] mine = bytes(address);
        byte[] other = bytes(literal);
        if (mine.length != other.length) {
            return false;
        }
        int shift = mine.length * 8 - prefixLength;
        return new BigInteger(1, mine).shiftRight(shift).equals(new BigInteger(1, other).shiftRight(shift));
    }

    /**
     * Whether two ranges have an address in common; never if one is IPv4 and the other IPv6.
     *
     * @param other the other range
     */
    public boolean overlaps(Subnet other) {
        return isIPv6() == other.isIPv6()
                && (prefixLength <= other.prefixLength ? contains(other.address) : other.contains(address));
    }

    /**
     * Gives the last address that an interface may have: on IPv4 the one before the broadcast address, on IPv6 the last
     * of the range.
     *
     * @return the address in numbers
     */
    public String last() {
        return last(0);
    }

    /**
     * Gives an address near the end of the range, counted back from {@link #last()}.
     *
     * @param before 0 for the last address itself, 1 for the one before it, and so on
     * @return the address in numbers
     * @throws IllegalArgumentException with a sentence if the range does not have that many addresses
     */
    public String last(int before) {
        byte[] bytes = bytes(address);
        int free = bytes.length * 8 - prefixLength;
        BigInteger all = BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE);
        BigInteger end = new BigInteger(1, bytes).or(all);
        BigInteger last =
                (isIPv6() || free < 2 ? end : end.subtract(BigInteger.ONE)).subtract(BigInteger.valueOf(before));
        if (last.compareTo(new BigInteger(1, bytes)) < 0) {
            throw new IllegalArgumentException(SENTENCES.say("subnet.last", this, before));
        }
        return text(last, bytes.length);
    }

    /** Gives the range in CIDR form: {@code 10.9.0.0/24}. */
    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }

    private static byte[] bytes(String literal) {
        if (!LITERAL.matcher(literal).matches()) {
            throw new IllegalArgumentException(SENTENCES.say("address.form", literal));
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    SENTENCES.say(literal.contains(":") ? "address.form.six" : "address.range", literal), e);
        }
    }

    private static String text(BigInteger value, int length) {
        byte[] all = new byte[length];
        byte[] given = value.toByteArray();
        for (int i = 0; i < Math.min(length, given.length); i++) {
            all[length - 1 - i] = given[given.length - 1 - i];
        }
        return Literal.of(all);
    }
}
