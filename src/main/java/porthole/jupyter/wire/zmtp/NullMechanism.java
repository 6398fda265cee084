package porthole.jupyter.wire.zmtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/** The mechanism NULL: each end says at once who it is, and everything goes over the connection as it is. */
final class NullMechanism implements Mechanism {
    private static final Sentences SENTENCES = Sentences.of(NullMechanism.class);

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
                return new ProtocolException(SENTENCES.say("peer.mechanism")) {
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
