package porthole.jupyter.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.jupyter.protocol.Header;
import porthole.jupyter.protocol.MalformedException;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageJson;

/**
 * A message as frames: identities, a delimiter, the signature, then header, parent header, metadata and content as JSON,
 * then buffers. Belongs to one thread.
 */
final class MessageFraming {
    private static final Sentences SENTENCES = Sentences.of(MessageFraming.class);

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_PARTS = 4;

    private final MessageSignature signature;
    private final Replays replays;

    MessageFraming(MessageSignature signature, Replays replays) {
        this.signature = signature;
        this.replays = replays;
    }

    /** The frames of {@code message}, signed. */
    List<byte[]> write(Message message) {
        List<byte[]> parts = List.of(
                MessageJson.write(message.header().json()),
                MessageJson.write(message.parent().map(Header::json).orElseGet(MessageJson::object)),
                MessageJson.write(message.metadata()),
                MessageJson.write(message.content()));
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature.of(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * The message that {@code frames} are.
     *
     * @throws MalformedException where they are none, or its signature is wrong or was seen before
     */
    Message read(List<byte[]> frames) throws MalformedException {
        int delimiter = delimiter(frames);
        int first = delimiter + 2;
        if (frames.size() < first + JSON_PARTS) {
            throw new MalformedException(SENTENCES.say("frame.few", frames.size() - delimiter - 1, JSON_PARTS + 1));
        }
        List<byte[]> parts = frames.subList(first, first + JSON_PARTS);
        check(frames.get(delimiter + 1), parts);
        ObjectNode parent = part(parts, 1, "parent header");
        return new Message(
                frames.subList(0, delimiter),
                Header.of(part(parts, 0, "header")),
                parent.isEmpty() ? Optional.empty() : Optional.of(Header.of(parent)),
                part(parts, 2, "metadata"),
                part(parts, 3, "content"),
                frames.subList(first + JSON_PARTS, frames.size()));
    }

    private static int delimiter(List<byte[]> frames) throws MalformedException {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        throw new MalformedException(SENTENCES.say("frame.delimiter", frames.size()));
    }

    private void check(byte[] given, List<byte[]> parts) throws MalformedException {
        if (!signature.isUsed()) {
            return;
        }
        if (given.length == 0) {
            throw new MalformedException(SENTENCES.say("frame.unsigned"));
        }
        if (!signature.isRight(given, parts)) {
            throw new MalformedException(SENTENCES.say("frame.signature"));
        }
        if (!replays.isNew(new String(given, StandardCharsets.US_ASCII))) {
            throw new MalformedException(SENTENCES.say("frame.replay"));
        }
    }

    private static ObjectNode part(List<byte[]> parts, int index, String name) throws MalformedException {
        try {
            return MessageJson.read(parts.get(index));
        } catch (MalformedException e) {
            throw new MalformedException(SENTENCES.say("frame.part", name, e.sentence()));
        }
    }
}
