package porthole.jupyter.wire.curve;

import com.neilalexander.jnacl.crypto.curve25519;
import java.util.Arrays;
import porthole.display.Sentences;
import porthole.jupyter.wire.zmtp.Mechanism;
import porthole.jupyter.wire.zmtp.ProtocolException;
import zmq.Options;
import zmq.ZMQ;
import zmq.io.mechanism.Mechanisms;
import zmq.util.Z85;

/** The kernel's end of encrypted connections: a client must know the kernel's public key, or it is turned away. */
public final class CurveServer implements Mechanism.Maker {
    static final Sentences SENTENCES = Sentences.of(CurveServer.class);

    private final byte[] publicKey;
    private final byte[] secretKey;
    private final Bystanders bystanders = new Bystanders();

    private CurveServer(byte[] publicKey, byte[] secretKey) {
        this.publicKey = publicKey;
        this.secretKey = secretKey;
    }

    /**
     * For a pair of keys, each in 40 letters of Z85.
     *
     * @throws IllegalArgumentException with a sentence for people, if they are not a pair: no client could connect
     */
    public static CurveServer of(String publicKey, String secretKey) {
        byte[] ours = Z85.decode(publicKey);
        byte[] secret = Z85.decode(secretKey);
        byte[] derived = new byte[Options.CURVE_KEYSIZE];
        curve25519.crypto_scalarmult_base(derived, secret);
        if (!Arrays.equals(derived, ours)) {
            throw new IllegalArgumentException(SENTENCES.say("pair"));
        }
        return new CurveServer(ours, secret);
    }

    @Override
    public String name() {
        return Mechanisms.CURVE.name();
    }

    @Override
    public boolean isServer() {
        return true;
    }

    @Override
    public ProtocolException refusal(String theirs) {
        return new Refusal("plain", theirs.isEmpty() ? "?" : theirs);
    }

    @Override
    public Mechanism of(String socketType) {
        Options options = new Options();
        options.type = socketType.equals("XPUB") ? ZMQ.ZMQ_XPUB : ZMQ.ZMQ_ROUTER;
        options.recvIdentity = true;
        options.mechanism = Mechanisms.CURVE;
        options.asServer = true;
        options.curvePublicKey = publicKey;
        options.curveSecretKey = secretKey;
        return new CurveMechanism(bystanders.session(options), options);
    }
}
