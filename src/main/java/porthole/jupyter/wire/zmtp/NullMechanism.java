package porthole.jupyter.wire.zmtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The mechanism NULL: each end says at once who it is, and everything goes over the connection as it is. */
final class NullMechanism implements Mechanism {
    private final String socketType;
    private @Nullable Ready peer;

    private NullMechanism(String socketType) {
        this.socketType = socketType;
    }

    static Maker maker() {
        return new Maker() {
            @Override
            public String name() {
                return "NULL";
            }

            @Override
            public boolean isServer() {
                return false;
            }

            @Override
            public ProtocolException refusal(String theirs) {
                return new ProtocolException("it wants another mechanism of security than NULL, and the connection file"
                        + " has no keys for one") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean isToldOnce() {
                        return true;
                    }
                };
            }

            @Override
            public Mechanism of(String socketType) {
                return new NullMechanism(socketType);
            }
        };
    }

    @Override
    public Frame first() {
        return new Ready(socketType, new byte[0]).command();
    }

    @Override
    public @Nullable Frame take(Frame command) throws ProtocolException {
        if (command.isCommand(Ready.NAME)) {
            peer = Ready.read(command.data());
        }
        return null;
    }

    @Override
    public @Nullable Ready peer() {
        return peer;
    }

    @Override
    public Frame open(Frame sealed) {
        return sealed;
    }

    @Override
    public ByteBuffer seal(Outgoing message) {
        return message.plain().duplicate();
    }

    @Override
    public ByteBuffer seal(Frame command) {
        return command.bytes();
    }
}
