package porthole.jupyter.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zeromq.ZMQ;
import porthole.jupyter.wire.curve.CurveServer;

/** The keys of encrypted connections; that libzmq's own sockets are served is in CurveClientTest. */
class CurveTest {
    private final ZMQ.Curve.KeyPair pair = ZMQ.Curve.generateKeyPair();

    @Test
    void aPairOfKeysIsAServer() {
        CurveServer server = CurveServer.of(pair.publicKey, pair.secretKey);
        assertEquals("CURVE", server.name());
        assertTrue(server.isServer());
    }

    @Test
    void keysThatAreNoPairAreRefusedInASentence() {
        String other = ZMQ.Curve.generateKeyPair().publicKey;
        String sentence = assertThrows(IllegalArgumentException.class, () -> CurveServer.of(other, pair.secretKey))
                .getMessage();
        assertTrue(sentence.contains("curve_publickey does not belong to its curve_secretkey"), sentence);
    }

    @Test
    void theSecretKeyIsInNoText() {
        CurveKeys keys = new CurveKeys(pair.publicKey, pair.secretKey);
        ConnectionFile connection =
                new ConnectionFile("tcp", "127.0.0.1", 1, 2, 3, 4, 5, "", "hmac-sha256", Optional.of(keys));
        assertTrue(!(keys + " " + connection).contains(pair.secretKey));
    }

    @Test
    void aKeyIsFortyLettersOfZ85() {
        assertTrue(CurveKeys.isKey(pair.publicKey));
        assertTrue(!CurveKeys.isKey(pair.publicKey.substring(1)));
        assertTrue(!CurveKeys.isKey(pair.publicKey.substring(1) + "~"));
        assertTrue(!CurveKeys.isKey(""));
    }
}
