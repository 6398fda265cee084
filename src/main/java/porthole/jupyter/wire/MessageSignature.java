package porthole.jupyter.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/** Signs a message's four JSON parts with the connection's key. Belongs to one thread. */
final class MessageSignature {
    private static final Sentences SENTENCES = Sentences.of(MessageSignature.class);

    private final @Nullable Hmac mac;

    /**
     * @param key empty where messages are not signed
     * @param scheme {@code hmac-sha256}, say
     */
    MessageSignature(String key, String scheme) {
        if (key.isEmpty()) {
            mac = null;
            return;
        }
        try {
            mac = new Hmac(digest(scheme), key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(SENTENCES.say("scheme.jdk", scheme), e);
        }
    }

    /** The JDK's name of the digest in {@code hmac-sha256} or in one of its kin. */
    static String digest(String scheme) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("hmac-")) {
            throw new IllegalArgumentException(SENTENCES.say("scheme.hmac", scheme));
        }
        String name = lower.substring("hmac-".length()).toUpperCase(Locale.ROOT);
        if (!name.matches("SHA\\d+|MD5")) { // SHA-3's have blocks of other lengths
            throw new IllegalArgumentException(SENTENCES.say("scheme.unknown", scheme));
        }
        return name.replaceFirst("^SHA", "SHA-");
    }

    /** Whether messages are signed at all. */
    boolean isUsed() {
        return mac != null;
    }

    /** The signature as lower-case hexadecimal; empty where messages are not signed. */
    byte[] of(List<byte[]> parts) {
        if (mac == null) {
            return new byte[0];
        }
        parts.forEach(mac::update);
        return HexFormat.of().formatHex(mac.end()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether {@code given} is the signature of {@code parts}; takes as long for a wrong one as for a right one. */
    boolean isRight(byte[] given, List<byte[]> parts) {
        return mac == null || MessageDigest.isEqual(given, of(parts));
    }
}
