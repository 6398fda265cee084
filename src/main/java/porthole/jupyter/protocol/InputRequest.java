package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Asks the front end for a line; sent on stdin.
 *
 * @param password whether what is typed shall not be seen
 */
public record InputRequest(String prompt, boolean password) implements Content {
    @Override
    public String type() {
        return "input_request";
    }

    @Override
    public ObjectNode json() {
        return MessageJson.object().put("prompt", prompt).put("password", password);
    }
}
