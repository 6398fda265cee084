package porthole.jupyter.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A keyed digest (RFC 2104). {@code javax.crypto.Mac} gives the same, but before its first it looks through all security
 * providers and all jars, which was a fifth of a kernel's start on JDK 17.
 */
final class Hmac {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5C;

    private final MessageDigest inner;
    private final MessageDigest outer;
    private final byte[] innerKey;
    private final byte[] outerKey;

    /** @param digest the JDK's name, as {@code SHA-256} */
    Hmac(String digest, byte[] key) throws NoSuchAlgorithmException {
        inner = MessageDigest.getInstance(digest);
        outer = MessageDigest.getInstance(digest);
        int block = inner.getDigestLength() > 32 ? 128 : 64; // bytes; SHA-384's and SHA-512's are the longer ones
        byte[] fitting = Arrays.copyOf(key.length > block ? inner.digest(key) : key, block);
        innerKey = padded(fitting, INNER);
        outerKey = padded(fitting, OUTER);
        inner.update(innerKey);
    }

    private static byte[] padded(byte[] key, byte pad) {
        byte[] padded = key.clone();
        for (int i = 0; i < padded.length; i++) {
            padded[i] ^= pad;
        }
        return padded;
    }

    void update(byte[] part) {
        inner.update(part);
    }

    /** The digest of what was given since the last one. */
    byte[] end() {
        outer.update(outerKey);
        outer.update(inner.digest());
        inner.update(innerKey);
        return outer.digest();
    }
}
