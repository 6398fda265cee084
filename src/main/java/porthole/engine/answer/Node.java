package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import porthole.engine.api.EngineJson;

/**
 * An engine of a swarm, as a manager of that swarm sees it.
 *
 * @param id 25 letters and digits
 * @param hostname its machine's host name
 * @param status {@code ready}, {@code down}, {@code disconnected} or {@code unknown}
 * @param availability {@code active}, {@code pause} or {@code drain}
 * @param manager {@code Leader}, {@code Reachable} or {@code Unreachable}; empty text for a worker
 * @param engine the engine's version
 * @param address the IP address at which the other hosts find it
 */
public record Node(
        String id, String hostname, String status, String availability, String manager, String engine, String address) {
    /** Whether the engine answers the managers, so that it can run tasks. */
    public boolean ready() {
        return status.equals("ready");
    }

    /**
     * Reads the engine's answer.
     *
     * @param node the JSON of one element of the API's call {@code /nodes}
     */
    public static Node of(JsonNode node) {
        JsonNode description = node.path("Description");
        JsonNode manager = node.path("ManagerStatus");
        String reachability = EngineJson.text(manager, "Reachability");
        return new Node(
                EngineJson.text(node, "ID"),
                EngineJson.text(description, "Hostname"),
                EngineJson.text(node.path("Status"), "State"),
                EngineJson.text(node.path("Spec"), "Availability"),
                manager.path("Leader").asBoolean() ? "Leader" : capital(reachability),
                EngineJson.text(description.path("Engine"), "EngineVersion"),
                address(EngineJson.text(node.path("Status"), "Addr"), EngineJson.text(manager, "Addr")));
    }

    /** A lone manager gives 0.0.0.0 as its own address. */
    private static String address(String own, String manager) {
        return own.isEmpty() || own.equals("0.0.0.0") ? manager.replaceFirst(":[0-9]+$", "") : own;
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
