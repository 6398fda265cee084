package porthole.engine.swarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porthole.engine.answer.Mapper;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.LineFile;
import porthole.engine.flag.Settings;
import porthole.engine.owner.Owner;

/** A {@link ServiceSpec} in the API's words. */
final class ServiceRequest {
    private static final Set<String> CONDITIONS = Set.of("none", "on-failure", "any");

    private ServiceRequest() {}

    /** @param image the image that is really used: the one asked for, or its stand-in */
    static ObjectNode of(ServiceSpec spec, String image, Owner owner) {
        ObjectNode body = EngineJson.object();
        ObjectNode endpoint = body.putObject("EndpointSpec").put("Mode", "vip");
        Settings given = spec.settings;
        given.value("--restart-condition").filter(c -> !CONDITIONS.contains(c)).ifPresent(c -> {
            throw EngineSentences.sentence("service.restart", c);
        });
        given.into(body);
        label(body.withObject("/Labels"), spec, owner);
        ObjectNode container = body.withObject("/TaskTemplate/ContainerSpec");
        label(container.withObject("/Labels"), spec, owner);
        container(container, spec, image);
        ArrayNode networks = body.withObject("/TaskTemplate").putArray("Networks");
        spec.networks().forEach(n -> networks.addObject().put("Target", n));
        mode(body.putObject("Mode"), given);
        ArrayNode ports = endpoint.putArray("Ports");
        spec.ports().forEach(port -> port(ports.addObject(), port));
        return body;
    }

    private static void label(ObjectNode labels, ServiceSpec spec, Owner owner) {
        owner.labels().forEach(labels::put);
        labels.put(Mapper.ASKED_IMAGE, spec.image);
    }

    /** As the program has it: how many there are is said of a replicated service only. */
    private static void mode(ObjectNode mode, Settings given) {
        String asked = given.value("--mode").orElse("replicated");
        switch (asked) {
            case "global" -> {
                if (given.has("--replicas")) {
                    throw EngineSentences.sentence("service.replicas");
                }
                mode.putObject("Global");
            }
            case "replicated" ->
                mode.putObject("Replicated")
                        .put(
                                "Replicas",
                                Long.parseLong(given.value("--replicas").orElse("1")));
            default -> throw EngineSentences.sentence("service.mode", asked);
        }
    }

    private static void container(ObjectNode container, ServiceSpec spec, String image) {
        container.put("Image", image);
        if (!spec.command.isEmpty()) {
            container.set("Args", EngineJson.array(spec.command));
        }
        container.set("Env", LineFile.env(spec.settings.values("--env")));
        ArrayNode hosts = container.putArray("Hosts");
        for (String host : spec.settings.values("--host")) {
            int colon = host.indexOf(':');
            hosts.add(colon < 0 ? host : host.substring(colon + 1) + " " + host.substring(0, colon));
        }
    }

    private static void port(ObjectNode port, String text) {
        Map<String, String> parts = text.contains("=") ? longForm(text) : shortForm(text);
        try {
            port.put("TargetPort", number(parts.getOrDefault("target", "")));
            if (parts.containsKey("published")) {
                port.put("PublishedPort", number(parts.get("published")));
            }
        } catch (NumberFormatException e) {
            throw EngineSentences.sentence("service.port", text);
        }
        port.put("Protocol", parts.getOrDefault("protocol", "tcp"));
        port.put("PublishMode", parts.getOrDefault("mode", "ingress"));
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > 65535) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static Map<String, String> shortForm(String text) {
        String[] protocol = text.split("/", 2);
        String[] sides = protocol[0].split(":", -1);
        if (sides.length > 2) {
            throw EngineSentences.sentence("service.port", text);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("target", sides[sides.length - 1]);
        if (sides.length == 2) {
            parts.put("published", sides[0]);
        }
        if (protocol.length == 2) {
            parts.put("protocol", protocol[1]);
        }
        return parts;
    }

    private static Map<String, String> longForm(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length < 2
                    || !List.of("target", "published", "protocol", "mode").contains(sides[0])) {
                throw EngineSentences.sentence("service.port", text);
            }
            parts.put(sides[0], sides[1]);
        }
        return parts;
    }
}
