package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message's header.
 *
 * @param id unique among all messages
 * @param session of the sender: a front end's page, or the kernel's process
 * @param username of the sender; may be empty
 * @param date when it was written, ISO 8601
 * @param type {@code execute_request}, say
 * @param version of the protocol that the sender speaks
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#message-header">Message header</a>
 */
public record Header(String id, String session, String username, String date, String type, String version) {
    /** Reads a header; {@code msg_id} and {@code msg_type} must be there, the others may be missing. */
    public static Header of(ObjectNode json) throws MalformedException {
        MessageFields fields = new MessageFields("header", json);
        return new Header(
                fields.text("msg_id"),
                fields.text("session", ""),
                fields.text("username", ""),
                fields.text("date", ""),
                fields.text("msg_type"),
                fields.text("version", ""));
    }

    /** The header as it is sent. */
    public ObjectNode json() {
        return MessageJson.object()
                .put("msg_id", id)
                .put("session", session)
                .put("username", username)
                .put("date", date)
                .put("msg_type", type)
                .put("version", version);
    }
}
