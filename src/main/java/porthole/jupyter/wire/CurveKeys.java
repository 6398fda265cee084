package porthole.jupyter.wire;

import java.util.regex.Pattern;

/**
 * The keys of a connection that is encrypted by CurveZMQ, as the connection file names them: each is 32 bytes in 40
 * letters of Z85. Both ends use the same pair, since who can read the connection file is trusted.
 *
 * @param publicKey {@code curve_publickey}, by which clients know the kernel
 * @param secretKey {@code curve_secretkey}
 * @see <a href="https://jupyter.org/enhancement-proposals/transport-encryption">Jupyter's proposal 145</a>
 * @see <a href="https://rfc.zeromq.org/spec/32/">Z85</a>
 */
public record CurveKeys(String publicKey, String secretKey) {
    static final String PUBLIC = "curve_publickey";
    static final String SECRET = "curve_secretkey";

    private static final Pattern Z85 = Pattern.compile("[0-9a-zA-Z.\\-:+=^!/*?&<>()\\[\\]{}@%$#]{40}");

    /** Whether {@code text} can be a key: one that is shorter, longer or in other letters is not. */
    static boolean isKey(String text) {
        return Z85.matcher(text).matches();
    }

    /** Without the secret key, which must not reach a log. */
    @Override
    public String toString() {
        return "CurveKeys[" + publicKey + "]";
    }
}
