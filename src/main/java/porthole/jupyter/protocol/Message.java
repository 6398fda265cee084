package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One message, as it is before it is signed and after its signature was found right.
 *
 * @param identities whom a reply goes to, as the socket gave it; on iopub the topic
 * @param parent the header of the message that caused this one; empty for what nobody asked for
 * @param buffers binary attachments, which only comms use
 */
public record Message(
        List<byte[]> identities,
        Header header,
        Optional<Header> parent,
        ObjectNode metadata,
        ObjectNode content,
        List<byte[]> buffers) {
    public Message {
        identities = List.copyOf(identities);
        buffers = List.copyOf(buffers);
    }

    /** {@code execute_request}, say. */
    public String type() {
        return header.type();
    }
}
