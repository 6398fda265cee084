package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import porthole.display.MimeBundle;

/** A bundle's place in a content. */
final class Bundles {
    private Bundles() {}

    static ObjectNode write(ObjectNode content, MimeBundle bundle) {
        content.set("data", MessageJson.tree(bundle.data()));
        content.set("metadata", MessageJson.tree(bundle.metadata()));
        return content;
    }

    static ObjectNode id(Optional<String> id) {
        ObjectNode json = MessageJson.object();
        id.ifPresent(it -> json.put("display_id", it));
        return json;
    }
}
