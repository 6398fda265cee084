package porthole.engine.api;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import porthole.network.Literal;
import porthole.network.Subnet;

/** Reckoning with addresses written in numbers. */
public final class Addresses {
    private Addresses() {}

    /** The subnet in which {@code cidr}, an address with a prefix length, lies. */
    public static Subnet subnetAround(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            return Subnet.of(cidr);
        }
        String address = cidr.substring(0, slash);
        int length = Integer.parseInt(cidr.substring(slash + 1));
        int bits = bytes(address).length * 8;
        if (length < 0 || length > bits) {
            return Subnet.of(cidr);
        }
        BigInteger value = new BigInteger(1, bytes(address));
        int host = bits - length;
        return new Subnet(text(value.shiftRight(host).shiftLeft(host), bits / 8), length);
    }

    /** The first address that a member can have: what libnetwork gives a bridge where no gateway was asked for. */
    public static String first(Subnet subnet) {
        byte[] bytes = bytes(subnet.address());
        return text(new BigInteger(1, bytes).add(BigInteger.ONE), bytes.length);
    }

    /** An IPv4 address as one number; 0 for an IPv6 one. */
    public static int number(String literal) {
        byte[] bytes = bytes(literal);
        return bytes.length == 4 ? new BigInteger(1, bytes).intValue() : 0;
    }

    private static byte[] bytes(String literal) {
        if (!Subnet.isAddress(literal)) {
            throw new IllegalArgumentException("\"" + literal + "\" is no address");
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + literal + "\" is no address", e);
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
