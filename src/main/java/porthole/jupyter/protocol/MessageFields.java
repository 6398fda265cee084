package porthole.jupyter.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.display.Sentences;

/**
 * Reads an object's fields, strict about kinds and lenient about absence where the protocol has a default.
 *
 * @param of what the object is, for the sentence of an error
 */
record MessageFields(String of, ObjectNode json) {
    private static final Sentences SENTENCES = Sentences.of(MessageFields.class);

    String text(String name) throws MalformedException {
        JsonNode node = json.path(name);
        if (!node.isTextual()) {
            throw wrong(name, "string");
        }
        return node.textValue();
    }

    String text(String name, String absent) throws MalformedException {
        return isAbsent(name) ? absent : text(name);
    }

    boolean flag(String name, boolean absent) throws MalformedException {
        if (isAbsent(name)) {
            return absent;
        }
        JsonNode node = json.path(name);
        if (!node.isBoolean()) {
            throw wrong(name, "boolean");
        }
        return node.booleanValue();
    }

    int number(String name, int absent) throws MalformedException {
        if (isAbsent(name)) {
            return absent;
        }
        JsonNode node = json.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(name, "number");
        }
        return node.intValue();
    }

    /** Text by name; only fields that are text. */
    Map<String, String> texts(String name) throws MalformedException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (isAbsent(name)) {
            return texts;
        }
        if (!(json.path(name) instanceof ObjectNode object)) {
            throw wrong(name, "object");
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            texts.put(property.getKey(), new MessageFields(of + "'s " + name, object).text(property.getKey()));
        }
        return texts;
    }

    private boolean isAbsent(String name) {
        return json.path(name).isMissingNode() || json.path(name).isNull();
    }

    private MalformedException wrong(String name, String kind) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        String found = isAbsent(name)
                ? SENTENCES.say("malformed.has", names)
                : SENTENCES.say("malformed.is", json.path(name).getNodeType());
        return new MalformedException(
                SENTENCES.say("malformed.field", of, SENTENCES.say("malformed." + kind), name, found));
    }
}
