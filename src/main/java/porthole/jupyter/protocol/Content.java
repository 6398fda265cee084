package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a message that the kernel sends says. */
public sealed interface Content permits Reply, Publication, InputRequest {
    /** The message's type, for its header. */
    String type();

    /** The message's content. */
    ObjectNode json();
}
