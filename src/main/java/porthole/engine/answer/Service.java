package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.engine.api.EngineJson;

/**
 * A service of a swarm: a container image that the swarm keeps running on its hosts.
 *
 * @param id 25 letters and digits
 * @param name its name, which the DNS of its networks resolves
 * @param mode {@code replicated} (a number of tasks) or {@code global} (one on every host)
 * @param running how many of its tasks run
 * @param desired how many should run
 * @param image the image's name as it was asked for
 * @param endpointMode what DNS answers for its name: {@code vip} (one virtual address) or {@code dnsrr} (the tasks' own
 *     addresses)
 * @param addresses its virtual addresses in numbers, one for each network; none with {@code dnsrr}
 * @param ports its published ports, as in {@code 8080 → 80/tcp}, with {@code (host)} after it if each host answers for
 *     its own tasks only
 * @param labels its labels
 */
public record Service(
        String id,
        String name,
        String mode,
        int running,
        int desired,
        String image,
        String endpointMode,
        List<String> addresses,
        List<String> ports,
        Map<String, String> labels)
        implements Displayable {
    public Service {
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
        labels = Map.copyOf(labels);
    }

    /** Gives how many tasks run, of how many: {@code 2/3}. */
    public String replicas() {
        return running + "/" + desired;
    }

    /**
     * Reads the engine's answer.
     *
     * @param service the JSON of one element of the API's call {@code /services}
     * @param tasks the service's tasks that should run
     * @param nodes how many hosts the swarm has
     */
    public static Service of(JsonNode service, List<Task> tasks, int nodes) {
        JsonNode spec = service.path("Spec");
        JsonNode replicated = spec.path("Mode").path("Replicated");
        JsonNode endpoint = service.path("Endpoint");
        List<String> addresses = new ArrayList<>();
        endpoint.path("VirtualIPs")
                .forEach(v -> Optional.of(EngineJson.text(v, "Addr"))
                        .filter(a -> !a.isEmpty())
                        .ifPresent(a -> addresses.add(a.replaceFirst("/.*", ""))));
        List<String> ports = new ArrayList<>();
        for (JsonNode port : endpoint.path("Ports")) {
            String host = EngineJson.text(port, "PublishMode").equals("host") ? " (host)" : "";
            ports.add(port.path("PublishedPort").asInt() + " → "
                    + port.path("TargetPort").asInt() + "/" + EngineJson.text(port, "Protocol") + host);
        }
        JsonNode container = spec.path("TaskTemplate").path("ContainerSpec");
        Map<String, String> labels = EngineJson.strings(spec.path("Labels"));
        return new Service(
                EngineJson.text(service, "ID"),
                EngineJson.text(spec, "Name"),
                replicated.isMissingNode() ? "global" : "replicated",
                (int) tasks.stream().filter(Task::running).count(),
                replicated.isMissingNode() ? nodes : replicated.path("Replicas").asInt(1),
                labels.getOrDefault(Mapper.ASKED_IMAGE, EngineJson.text(container, "Image")),
                spec.path("EndpointSpec").path("Mode").asText("vip"),
                addresses,
                ports,
                labels);
    }

    @Override
    public List<MimeBundle> outputs() {
        return Tables.services(List.of(this)).outputs();
    }
}
