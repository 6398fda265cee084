package porthole.engine.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import porthole.display.Bounded;
import porthole.display.Displayable;
import porthole.display.Listing;
import porthole.display.MimeBundle;
import porthole.engine.answer.Hit;
import porthole.engine.answer.Tables;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;

/**
 * The engine's own JSON of a thing, as {@code docker inspect} gives it, to be searched and walked. It does not change
 * later.
 */
public final class Inspection implements Displayable {
    /** The full name of Jackson's type for JSON, values of which {@link #outputsOf} shows. */
    public static final String JSON = "com.fasterxml.jackson.databind.JsonNode";

    private final JsonNode json;

    /**
     * Wraps JSON.
     *
     * @param json the engine's answer; it must not be changed afterwards
     */
    public Inspection(JsonNode json) {
        this.json = json;
    }

    /**
     * Combines several inspections into one whose JSON is an array.
     *
     * @param all in the array's order
     */
    public static Inspection of(List<Inspection> all) {
        ArrayNode list = EngineJson.array();
        all.forEach(each -> list.add(each.json));
        return new Inspection(list);
    }

    /** Gives the JSON as Jackson has it. It is a copy: changing it changes nothing here. */
    public JsonNode json() {
        return json.deepCopy();
    }

    /**
     * Shows JSON of Jackson's as a tree.
     *
     * @param node a {@code JsonNode}, also one of another version of Jackson than Porthole's, which a notebook may have
     * @return its outputs; none if its text is not JSON (Jackson before 2.10)
     */
    public static List<MimeBundle> outputsOf(Object node) {
        if (node instanceof JsonNode json) {
            return new Inspection(json).outputs();
        }
        try {
            return new Inspection(EngineJson.MAPPER.readTree(node.toString())).outputs();
        } catch (JsonProcessingException e) {
            return List.of(); // before Jackson 2.10 a node's text need not be JSON
        }
    }

    /**
     * Gives a part of the JSON.
     *
     * @param path names with dots between them and numbers in brackets: {@code NetworkSettings.Networks} or
     *     {@code Mounts[0]}
     * @return the part
     * @throws EngineException if there is nothing at that path; the message lists the names that exist
     */
    public Inspection get(String path) {
        return new Inspection(JsonPaths.find(json, path));
    }

    /**
     * Lists the lines that contain a text.
     *
     * @param text any text; upper and lower case are the same
     * @return each line with its path
     */
    public Listing<Hit> grep(String text) {
        return Tables.hits(JsonPaths.grep(json, text));
    }

    /**
     * Lists the lines that a condition accepts.
     *
     * @param wanted is given each line without its indent
     * @return each line with its path
     */
    public Listing<Hit> grep(Predicate<String> wanted) {
        return Tables.hits(JsonPaths.grep(json, wanted));
    }

    /**
     * Fills in a template, as {@code docker inspect --format} does.
     *
     * @param template in the language of Go templates ({@code "{{.State.Status}}"}), or {@code json} for the whole as
     *     one line
     * @return the text
     * @throws EngineException if the template names a field that does not exist, or cannot be read
     * @see <a href="https://docs.docker.com/engine/cli/formatting/">Format command output</a>
     */
    public String format(String template) {
        return template.equals("json")
                ? json.toString()
                : GoTemplate.of(template).render(json);
    }

    /**
     * Gives the ports of the host that a container was started with ({@code -p}), which it need not have: the engine
     * publishes none for one that is on an internal network or on {@code none} alone.
     *
     * @param protocol {@code tcp}, {@code udp} or {@code sctp}
     * @return the numbers, as {@code HostConfig.PortBindings} has them; empty if it is no container or asked for none
     */
    public Set<Integer> hostPorts(String protocol) {
        return json.path("HostConfig").path("PortBindings").properties().stream()
                .filter(asked -> asked.getKey().endsWith("/" + protocol))
                .flatMap(asked -> asked.getValue().findValuesAsText("HostPort").stream())
                .filter(port -> port.matches("\\d+"))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Gives a string, number or boolean as it is, anything else as indented JSON. */
    public String text() {
        return json.isValueNode() ? json.asText() : JsonPaths.indented(json);
    }

    @Override
    public List<MimeBundle> outputs() {
        String text = text();
        return List.of(
                json.isValueNode() || text.length() > Bounded.WHOLE
                        ? MimeBundle.text(Bounded.of(text, ".text()"))
                        : JsonTree.of(json));
    }

    @Override
    public String toString() {
        return text();
    }
}
