package porthole.jupyter.wire.curve;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.wire.zmtp.Frame;
import porthole.jupyter.wire.zmtp.Mechanism;
import porthole.jupyter.wire.zmtp.Outgoing;
import porthole.jupyter.wire.zmtp.ProtocolException;
import porthole.jupyter.wire.zmtp.Ready;
import zmq.Msg;
import zmq.Options;
import zmq.io.Metadata;
import zmq.io.SessionBase;
import zmq.io.mechanism.Mechanism.Status;
import zmq.io.mechanism.curve.CurveServerMechanism;

/** One connection's CurveZMQ: frames to JeroMQ's messages and back. */
final class CurveMechanism implements Mechanism {
    private final CurveServerMechanism curve;

    CurveMechanism(SessionBase session, Options options) {
        curve = new CurveServerMechanism(session, null, options);
    }

    @Override
    public @Nullable Frame first() {
        return null;
    }

    @Override
    public @Nullable Frame take(Frame command) throws ProtocolException {
        boolean hello = command.isCommand("HELLO");
        Msg.Builder answer = new Msg.Builder();
        try {
            if (curve.processHandshakeCommand(message(command)) != 0) {
                throw hello ? new ProtocolException(CurveServer.SENTENCES.say("peer.hello")) : new Refusal("keys", "");
            }
            if (curve.nextHandshakeCommand(answer) != 0) {
                return null;
            }
        } catch (RuntimeException | AssertionError e) { // JeroMQ trusts the lengths that the other end gives
            throw new ProtocolException(CurveServer.SENTENCES.say("peer.handshake"));
        }
        if (curve.status() == Status.ERROR) {
            throw new Refusal("keys", "");
        }
        return new Frame(false, true, answer.build().data());
    }

    @Override
    public @Nullable Ready peer() {
        if (curve.status() != Status.READY) {
            return null;
        }
        String type = curve.zmtpProperties.get(Metadata.SOCKET_TYPE);
        return new Ready(type == null ? "" : type, curve.peerIdentity().data());
    }

    @Override
    public Frame open(Frame sealed) throws ProtocolException {
        Msg opened;
        try {
            opened = curve.decode(message(sealed));
        } catch (RuntimeException | AssertionError e) {
            throw new ProtocolException(CurveServer.SENTENCES.say("peer.cut"));
        }
        if (opened == null) {
            throw new ProtocolException(CurveServer.SENTENCES.say("peer.keys"));
        }
        return new Frame(opened.hasMore(), opened.isCommand(), opened.data());
    }

    @Override
    public ByteBuffer seal(Outgoing message) {
        List<byte[]> frames = message.frames();
        List<ByteBuffer> sealed = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            sealed.add(seal(new Frame(i + 1 < frames.size(), false, frames.get(i))));
        }
        ByteBuffer whole = ByteBuffer.allocate(
                sealed.stream().mapToInt(ByteBuffer::remaining).sum());
        sealed.forEach(whole::put);
        return whole.flip();
    }

    /** The box holds whether the message goes on and whether it is a command; around it is neither. */
    @Override
    public ByteBuffer seal(Frame frame) {
        return new Frame(false, false, curve.encode(message(frame)).data()).bytes();
    }

    private static Msg message(Frame frame) {
        Msg message = new Msg(frame.body());
        message.setFlags((frame.more() ? Msg.MORE : 0) | (frame.command() ? Msg.COMMAND : 0));
        return message;
    }
}
