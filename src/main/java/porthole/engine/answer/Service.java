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
 * What a swarm keeps running on its hosts.
 *
 * @param id 25 letters and digits
 * @param name by which containers on its networks find it
 * @param mode {@code replicated} or {@code global}
 * @param running how many of its tasks run
 * @param desired how many should
 * @param image what runs in it, as it was asked for
 * @param endpointMode {@code vip}: one virtual address for all tasks, {@code dnsrr}: DNS answers with the tasks' own
 * @param addresses its virtual addresses; none with {@code dnsrr}
 * @param ports {@code 8080 → 80/tcp}, and {@code (host)} where each host answers for its own tasks only
 * @param labels as given
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

    /** {@code 2/3}: how many run, of how many. */
    public String replicas() {
        return running + "/" + desired;
    }

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
