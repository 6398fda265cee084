package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import porthole.engine.api.EngineJson;

/**
 * One engine of a swarm, as its managers see it.
 *
 * @param id 25 letters and digits
 * @param hostname its machine's name
 * @param status {@code ready}, {@code down}, {@code unknown}
 * @param availability {@code active}, {@code pause}, {@code drain}
 * @param manager {@code Leader}, {@code Reachable}, {@code Unreachable}; empty for a worker
 * @param engine its version
 * @param address by which the others find it
 */
public record Node(
        String id, String hostname, String status, String availability, String manager, String engine, String address) {
    /** Whether it can take tasks now. */
    public boolean ready() {
        return status.equals("ready");
    }

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
