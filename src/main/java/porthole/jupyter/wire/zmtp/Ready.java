package porthole.jupyter.wire.zmtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import porthole.display.Sentences;

/**
 * What an end says of itself in the command {@code READY}.
 *
 * @param socketType its kind of socket, as {@code DEALER}
 * @param identity how it wants to be known; empty where it does not mind
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Ready(String socketType, byte[] identity) {
    private static final Sentences SENTENCES = Sentences.of(Ready.class);

    static final String NAME = "READY";

    private static final String SOCKET_TYPE = "Socket-Type";
    private static final String IDENTITY = "Identity";

    /** The command that says it, identity included. */
    Frame command() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        property(data, SOCKET_TYPE, socketType.getBytes(US_ASCII));
        property(data, IDENTITY, identity);
        return Frame.command(NAME, data.toByteArray());
    }

    private static void property(ByteArrayOutputStream data, String name, byte[] value) {
        data.write(name.length());
        data.writeBytes(name.getBytes(US_ASCII));
        data.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        data.writeBytes(value);
    }

    /** Reads properties: a name behind its length in one byte, a value behind its length in four. */
    static Ready read(byte[] data) throws ProtocolException {
        String type = "";
        byte[] identity = {};
        ByteBuffer properties = ByteBuffer.wrap(data);
        while (properties.hasRemaining()) {
            String name = new String(take(properties, properties.get() & 0xFF), US_ASCII);
            byte[] value = take(properties, properties.remaining() < Integer.BYTES ? -1 : properties.getInt());
            if (name.equalsIgnoreCase(SOCKET_TYPE)) {
                type = new String(value, US_ASCII);
            } else if (name.equalsIgnoreCase(IDENTITY)) {
                identity = value;
            }
        }
        return new Ready(type, identity);
    }

    private static byte[] take(ByteBuffer properties, int size) throws ProtocolException {
        if (size < 0 || size > properties.remaining()) {
            throw new ProtocolException(SENTENCES.say("peer.ready"));
        }
        byte[] taken = new byte[size];
        properties.get(taken);
        return taken;
    }
}
