package porthole.jupyter.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSignatureTest {
    private static final List<byte[]> PARTS = List.of(bytes("{\"msg_id\": 1}"), bytes("{}"), bytes("{}"), bytes("é"));

    /** The JDK's own HMAC is the second implementation; keys longer than a block are digested first. */
    @ParameterizedTest
    @CsvSource({
        "hmac-sha256, HmacSHA256",
        "hmac-sha1, HmacSHA1",
        "hmac-md5, HmacMD5",
        "hmac-sha224, HmacSHA224",
        "hmac-sha384, HmacSHA384",
        "HMAC-SHA512, HmacSHA512"
    })
    void signsAsTheJdkDoes(String scheme, String algorithm) throws GeneralSecurityException {
        for (int length : new int[] {1, 36, 64, 65, 128, 129, 500}) {
            String key = "k".repeat(length);
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(key), algorithm));
            PARTS.forEach(mac::update);
            byte[] expected = bytes(HexFormat.of().formatHex(mac.doFinal()));
            MessageSignature signature = new MessageSignature(key, scheme);
            assertArrayEquals(expected, signature.of(PARTS));
            assertArrayEquals(expected, signature.of(PARTS), "once more");
        }
    }

    @Test
    void aSchemeThatIsNoneIsNamed() {
        Exception none = assertThrows(IllegalArgumentException.class, () -> new MessageSignature("k", "hmac-sha3000"));
        assertEquals("signature_scheme \"hmac-sha3000\" is not known to this JDK", none.getMessage());
        Exception other =
                assertThrows(IllegalArgumentException.class, () -> new MessageSignature("k", "hmac-sha3-256"));
        assertEquals("signature_scheme \"hmac-sha3-256\" is not known; use hmac-sha256", other.getMessage());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
