package porthole.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@link ServiceSpec} in the API's words. */
final class ServiceRequest {
    private static final Set<String> CONDITIONS = Set.of("none", "on-failure", "any");

    private ServiceRequest() {}

    /** @param image the image that is really used: the one asked for, or its stand-in */
    static ObjectNode of(ServiceSpec spec, String image, Owner owner) {
        ObjectNode body = Json.object();
        if (spec.name != null) {
            body.put("Name", spec.name);
        }
        ObjectNode labels = body.putObject("Labels");
        spec.labels.forEach(labels::put);
        owner.labels().forEach(labels::put);
        labels.put(Mapper.ASKED_IMAGE, spec.image);
        ObjectNode task = body.putObject("TaskTemplate");
        container(task.putObject("ContainerSpec"), spec, image, owner);
        ArrayNode networks = task.putArray("Networks");
        spec.networks.forEach(n -> networks.addObject().put("Target", n));
        ObjectNode placement = task.putObject("Placement");
        placement.set("Constraints", Json.array(spec.constraints));
        placement.put("MaxReplicas", spec.perNode);
        if (spec.restart != null) {
            if (!CONDITIONS.contains(spec.restart)) {
                throw Errors.sentence("service.restart", spec.restart);
            }
            task.putObject("RestartPolicy").put("Condition", spec.restart);
        }
        ObjectNode mode = body.putObject("Mode");
        if (spec.global) {
            mode.putObject("Global");
        } else {
            mode.putObject("Replicated").put("Replicas", spec.replicas);
        }
        ObjectNode endpoint = body.putObject("EndpointSpec");
        endpoint.put("Mode", spec.endpointMode == null ? "vip" : spec.endpointMode);
        ArrayNode ports = endpoint.putArray("Ports");
        spec.ports.forEach(port -> port(ports.addObject(), port));
        return body;
    }

    private static void container(ObjectNode container, ServiceSpec spec, String image, Owner owner) {
        container.put("Image", image);
        ObjectNode labels = container.putObject("Labels");
        spec.containerLabels.forEach(labels::put);
        owner.labels().forEach(labels::put);
        labels.put(Mapper.ASKED_IMAGE, spec.image);
        if (!spec.command.isEmpty()) {
            container.set("Args", Json.array(spec.command));
        }
        container.set("Env", Json.array(spec.env));
        if (spec.hostname != null) {
            container.put("Hostname", spec.hostname);
        }
        if (spec.user != null) {
            container.put("User", spec.user);
        }
        if (spec.workdir != null) {
            container.put("Dir", spec.workdir);
        }
        if (!spec.dns.isEmpty()) {
            container.putObject("DNSConfig").set("Nameservers", Json.array(spec.dns));
        }
        ArrayNode hosts = container.putArray("Hosts");
        for (String host : spec.hosts) {
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
            throw Errors.sentence("service.port", text);
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
            throw Errors.sentence("service.port", text);
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
                throw Errors.sentence("service.port", text);
            }
            parts.put(sides[0], sides[1]);
        }
        return parts;
    }
}
