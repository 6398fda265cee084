package porthole.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link RunSpec} as the body of {@code POST /containers/create}. */
final class RunRequest {
    private RunRequest() {}

    /**
     * @param image the image to use, which may stand in for the one that was asked for
     * @param labels the owner's
     */
    static ObjectNode of(RunSpec spec, String image, Map<String, String> labels) {
        PublishedPorts ports = new PublishedPorts(spec.ports, spec.exposed);
        ObjectNode body = Json.object().put("Image", image);
        put(body, "Hostname", spec.hostname);
        put(body, "WorkingDir", spec.workdir);
        put(body, "User", spec.user);
        put(body, "MacAddress", spec.mac);
        body.put("Tty", spec.tty).put("OpenStdin", spec.interactive);
        if (spec.entrypoint != null) {
            body.set("Entrypoint", Json.array(spec.entrypoint));
        }
        if (!spec.command.isEmpty()) {
            body.set("Cmd", Json.array(spec.command));
        }
        body.set("Env", env(spec.env));
        ObjectNode all = Json.object(spec.labels);
        labels.forEach(all::put);
        if (!image.equals(spec.image)) {
            all.put(Mapper.ASKED_IMAGE, spec.image);
        }
        body.set("Labels", all);
        body.set("ExposedPorts", ports.exposed);
        body.set("HostConfig", hostConfig(spec, ports));
        if (spec.noHealthcheck) {
            body.putObject("Healthcheck").set("Test", Json.array("NONE"));
        }
        spec.options.forEach(option -> option.of().into(body, option.value()));
        if (spec.network != null && !(spec.aliases.isEmpty() && spec.ip == null && spec.ip6 == null)) {
            ObjectNode endpoints = body.putObject("NetworkingConfig").putObject("EndpointsConfig");
            endpoints.set(spec.network, EndpointSettings.of(spec.aliases, spec.ip, spec.ip6));
        } else if (spec.ip != null || spec.ip6 != null) {
            ObjectNode endpoints = body.putObject("NetworkingConfig").putObject("EndpointsConfig");
            endpoints.set("bridge", EndpointSettings.of(spec.aliases, spec.ip, spec.ip6));
        }
        return body;
    }

    /** {@code KEY} alone takes this process's own value. */
    static ArrayNode env(java.util.List<String> assignments) {
        ArrayNode env = Json.array();
        for (String assignment : assignments) {
            String own = assignment.contains("=") ? assignment : System.getenv(assignment);
            if (own != null) {
                env.add(own.equals(assignment) ? assignment : assignment + "=" + own);
            }
        }
        return env;
    }

    private static ObjectNode hostConfig(RunSpec spec, PublishedPorts ports) {
        // In the foreground this room removes it itself, once it has read what was said.
        ObjectNode host = Json.object().put("AutoRemove", spec.rm && !waits(spec));
        put(host, "NetworkMode", spec.network);
        put(host, "PidMode", spec.pid);
        host.set("PortBindings", ports.bindings);
        host.put("PublishAllPorts", spec.publishAll).put("Privileged", spec.privileged);
        if (spec.init) {
            host.put("Init", true);
        }
        host.set("Binds", Json.array(spec.volumes.stream().map(RunRequest::bind).toList()));
        if (!spec.mounts.isEmpty()) {
            ArrayNode mounts = host.putArray("Mounts");
            spec.mounts.forEach(mount -> mounts.add(Mounts.read(mount)));
        }
        host.set("CapAdd", Json.array(spec.capAdd));
        host.set("CapDrop", Json.array(spec.capDrop));
        host.set("SecurityOpt", Json.array(spec.securityOptions));
        host.set("ExtraHosts", Json.array(spec.hosts));
        host.set("Dns", Json.array(spec.dns));
        host.set("Sysctls", Json.object(spec.sysctls));
        if (spec.restart != null) {
            String[] policy = spec.restart.split(":", 2);
            ObjectNode restart = host.putObject("RestartPolicy").put("Name", policy[0]);
            if (policy.length > 1 && policy[1].matches("[0-9]{1,6}")) {
                restart.put("MaximumRetryCount", Integer.parseInt(policy[1]));
            }
        }
        return host;
    }

    /** Whether a run waits for the end. With an open standard input nobody could type the end, so it does not. */
    static boolean waits(RunSpec spec) {
        return spec.foreground && !spec.interactive;
    }

    /** A folder relative to this process's own, made absolute: the engine does not know where we are. */
    private static String bind(String volume) {
        if (!volume.startsWith(".") && !volume.startsWith("~/")) {
            return volume;
        }
        int colon = volume.indexOf(':');
        String source = volume.substring(0, colon < 0 ? volume.length() : colon)
                .replaceFirst("^~", java.util.regex.Matcher.quoteReplacement(System.getProperty("user.home", "~")));
        return Path.of(source).toAbsolutePath().normalize() + (colon < 0 ? "" : volume.substring(colon));
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
