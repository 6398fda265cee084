package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.EngineJson;

/**
 * One container that a service wants, on one host.
 *
 * @param id 25 letters and digits
 * @param name {@code web.1}
 * @param image what runs in it
 * @param node the host's name; empty while it has none
 * @param desired what the swarm wants: {@code running}, {@code shutdown}…
 * @param state what is: {@code preparing}, {@code running}, {@code failed}, {@code rejected}…
 * @param error why it is not as desired; empty otherwise
 * @param addresses on the service's networks, without their lengths
 * @param ports published on its host, {@code 8080 → 80/tcp}
 * @param container the container's id on that host; empty while there is none
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

    /** Whether it runs now. */
    public boolean running() {
        return state.equals("running");
    }

    /** Whether it has ended and will not come back. */
    public boolean over() {
        return List.of("failed", "rejected", "orphaned", "complete", "shutdown", "remove")
                .contains(state);
    }

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
