package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.EngineJson;

/**
 * A task of a service: one container, on one host.
 *
 * @param id 25 letters and digits
 * @param name the service's name and the task's number, as in {@code web.1}; the host's name instead of the number for
 *     a global service
 * @param image what runs in it
 * @param node the host's name; empty text while no host was chosen
 * @param desired the state that the swarm wants: {@code running}, {@code shutdown}…
 * @param state the state that it is in: {@code preparing}, {@code running}, {@code failed}, {@code rejected}…
 * @param error why it is not in the wanted state, in the engine's words; empty text if there is no error
 * @param addresses its IP addresses in numbers on the service's networks, without prefix lengths
 * @param ports its ports that are published on its own host, as in {@code 8080 → 80/tcp}
 * @param container the container's id on that host; empty text while there is none
 * @see <a href="https://docs.docker.com/engine/swarm/how-swarm-mode-works/swarm-task-states/">Swarm task states</a>
 */
public record Task(
        String id,
        String name,
        String image,
        String node,
        String desired,
        String state,
        String error,
        List<String> addresses,
        List<String> ports,
        String container) {
    public Task {
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
    }

    /** Whether its state is {@code running}. */
    public boolean running() {
        return state.equals("running");
    }

    /** Whether it has ended and will not run again; the swarm starts another task in its place. */
    public boolean over() {
        return List.of("failed", "rejected", "orphaned", "complete", "shutdown", "remove")
                .contains(state);
    }

    /**
     * Reads the engine's answer.
     *
     * @param task the JSON of one element of the API's call {@code /tasks}
     * @param service the service's name
     * @param node the host's name; empty text while no host was chosen
     */
    public static Task of(JsonNode task, String service, String node) {
        JsonNode status = task.path("Status");
        List<String> addresses = new ArrayList<>();
        for (JsonNode attachment : task.path("NetworksAttachments")) {
            if (!attachment.path("Network").path("Spec").path("Ingress").asBoolean()) {
                attachment
                        .path("Addresses")
                        .forEach(a -> addresses.add(a.asText("").replaceFirst("/.*", "")));
            }
        }
        List<String> ports = new ArrayList<>();
        for (JsonNode port : status.path("PortStatus").path("Ports")) {
            ports.add(port.path("PublishedPort").asInt() + " → "
                    + port.path("TargetPort").asInt() + "/" + EngineJson.text(port, "Protocol"));
        }
        String slot =
                task.path("Slot").asInt() > 0 ? String.valueOf(task.path("Slot").asInt()) : node;
        return new Task(
                EngineJson.text(task, "ID"),
                service + "." + slot,
                EngineJson.text(task.path("Spec").path("ContainerSpec"), "Image"),
                node,
                EngineJson.text(task, "DesiredState"),
                EngineJson.text(status, "State"),
                EngineJson.text(status, "Err"),
                addresses,
                ports,
                EngineJson.text(status.path("ContainerStatus"), "ContainerID"));
    }
}
