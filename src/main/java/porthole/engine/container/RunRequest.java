package porthole.engine.container;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Home;
import porthole.engine.answer.Mapper;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.LineFile;
import porthole.engine.flag.Flag;
import porthole.engine.flag.RunFlags;
import porthole.engine.flag.Settings;
import porthole.engine.network.Attachment;
import porthole.network.Subnet;

/** A {@link RunSpec} as the body of {@code POST /containers/create}. */
final class RunRequest {
    private static final Set<String> POLICIES = Set.of("no", "always", "on-failure", "unless-stopped");
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}");

    private RunRequest() {}

    /**
     * Fills in what the flags say. All that can be checked without the engine is checked here.
     *
     * @param image the image to use, which may stand in for the one that was asked for
     * @param labels the owner's
     * @throws EngineException with a sentence about the first value that cannot be
     */
    static ObjectNode of(RunSpec spec, String image, Map<String, String> labels) {
        Settings given = spec.settings;
        PublishedPorts ports = new PublishedPorts(given.values("--publish"), given.values("--expose"));
        ObjectNode body = EngineJson.object().put("Image", image);
        body.putObject("Labels").setAll(fileLabels(given.values("--label-file")));
        given.into(body);
        given.value("--entrypoint").ifPresent(program -> body.set("Entrypoint", EngineJson.array(program)));
        if (!spec.command.isEmpty()) {
            body.set("Cmd", EngineJson.array(spec.command));
        }
        body.set("Env", env(given));
        ObjectNode all = (ObjectNode) body.path("Labels");
        labels.forEach(all::put);
        if (!image.equals(spec.image)) {
            all.put(Mapper.ASKED_IMAGE, spec.image);
        }
        body.set("ExposedPorts", ports.exposed);
        for (String volume : given.values("--volume")) {
            if (!volume.contains(":")) {
                body.withObject("/Volumes").set(volume, EngineJson.object());
            }
        }
        hostConfig(body.withObject("/HostConfig"), spec, ports);
        capabilities(body.withObject("/HostConfig"), given);
        health(given, body);
        networks(spec, body);
        return body;
    }

    private static void networks(RunSpec spec, ObjectNode body) {
        Settings given = spec.settings;
        List<Attachment> networks = spec.networks();
        Attachment first = networks.isEmpty() ? Attachment.read("bridge") : networks.get(0);
        if (networks.isEmpty()) {
            first.take(given);
        } else {
            body.withObject("/HostConfig").put("NetworkMode", first.network());
        }
        for (Attachment more : networks.subList(Math.min(1, networks.size()), networks.size())) {
            if (!first.isNetwork() || !more.isNetwork()) {
                throw EngineSentences.sentence("network.modes", first.network(), more.network());
            }
        }
        if (!first.isUserDefined() && given.has("--link")) {
            body.withObject("/HostConfig").set("Links", EngineJson.array(given.values("--link")));
        }
        Optional<String> mac = first.mac().or(() -> given.value("--mac-address"));
        mac.filter(m -> !MAC.matcher(m).matches()).ifPresent(m -> {
            throw EngineSentences.sentence("mac.bad", m);
        });
        ObjectNode endpoint = first.endpoint();
        mac.ifPresent(m -> {
            body.put("MacAddress", m);
            endpoint.put("MacAddress", m);
        });
        if (!endpoint.isEmpty()) {
            body.putObject("NetworkingConfig").putObject("EndpointsConfig").set(first.network(), endpoint);
        }
    }

    /** As the command line sends them: in full, ALL instead of all others, and what is added is not dropped. */
    private static void capabilities(ObjectNode host, Settings given) {
        Set<String> added = capabilities(given.values("--cap-add"));
        Set<String> dropped = capabilities(given.values("--cap-drop"));
        dropped.removeAll(added);
        host.set("CapAdd", EngineJson.array(new ArrayList<>(added)));
        host.set("CapDrop", EngineJson.array(new ArrayList<>(dropped)));
    }

    private static Set<String> capabilities(List<String> names) {
        Set<String> all = new TreeSet<>();
        for (String name : names) {
            String upper = name.toUpperCase(Locale.ROOT);
            all.add(upper.equals("ALL") || upper.startsWith("CAP_") ? upper : "CAP_" + upper);
        }
        return all.contains("ALL") ? new TreeSet<>(Set.of("ALL")) : all;
    }

    private static void health(Settings given, ObjectNode body) {
        if (given.on("--no-healthcheck")) {
            if (body.has("Healthcheck")) {
                throw EngineSentences.sentence("health.both");
            }
            body.putObject("Healthcheck").set("Test", EngineJson.array("NONE"));
        }
    }

    private static ObjectNode fileLabels(List<String> files) {
        ObjectNode labels = EngineJson.object();
        Flag label = RunFlags.TABLE.require("--label");
        ObjectNode read = EngineJson.object();
        files.forEach(file -> LineFile.read(file).forEach(line -> label.into(read, line)));
        return read.get("Labels") instanceof ObjectNode there ? there : labels;
    }

    private static ArrayNode env(Settings given) {
        List<String> all = new ArrayList<>();
        given.values("--env-file").forEach(file -> all.addAll(LineFile.read(file)));
        all.addAll(given.values("--env"));
        return LineFile.env(all);
    }

    private static void hostConfig(ObjectNode host, RunSpec spec, PublishedPorts ports) {
        Settings given = spec.settings;
        // In the foreground this room removes it itself, once it has read what was said.
        host.put("AutoRemove", given.on("--rm") && !spec.waits());
        host.set("PortBindings", ports.bindings);
        host.set(
                "Binds",
                EngineJson.array(given.values("--volume").stream()
                        .filter(v -> v.contains(":"))
                        .map(RunRequest::bind)
                        .toList()));
        if (given.has("--mount")) {
            ArrayNode mounts = host.putArray("Mounts");
            given.values("--mount").forEach(mount -> mounts.add(Mounts.read(mount)));
        }
        host.set(
                "ExtraHosts",
                EngineJson.array(given.values("--add-host").stream()
                        .map(RunRequest::extraHost)
                        .toList()));
        given.value("--restart").ifPresent(policy -> restart(host, policy, given.on("--rm")));
    }

    static void restart(ObjectNode host, String given, boolean removed) {
        String[] policy = given.split(":", 2);
        boolean times = policy.length > 1;
        if (!POLICIES.contains(policy[0])
                || (times && (!policy[0].equals("on-failure") || !policy[1].matches("[0-9]{1,6}")))) {
            throw EngineSentences.sentence("restart.bad", given);
        }
        if (removed && !policy[0].equals("no")) {
            throw EngineSentences.sentence("restart.rm", given);
        }
        ObjectNode restart = host.putObject("RestartPolicy").put("Name", policy[0]);
        if (times) {
            restart.put("MaximumRetryCount", Integer.parseInt(policy[1]));
        }
    }

    /** {@code name:address} or {@code name=address}; {@code host-gateway} is the host's own address. */
    private static String extraHost(String line) {
        int mark = line.indexOf('=') > 0 ? line.indexOf('=') : line.indexOf(':');
        String address = mark < 1 ? "" : line.substring(mark + 1).replaceAll("^\\[(.*)]$", "$1");
        if (!address.equals("host-gateway") && !Subnet.isAddress(address)) {
            throw EngineSentences.sentence("host.bad", line);
        }
        return line.substring(0, mark) + ":" + address;
    }

    /** A folder relative to this process's own, made absolute: the engine does not know where we are. */
    private static String bind(String volume) {
        if (!volume.startsWith(".") && !volume.startsWith("~/")) {
            return volume;
        }
        int colon = volume.indexOf(':');
        String source = volume.substring(0, colon < 0 ? volume.length() : colon)
                .replaceFirst("^~", Matcher.quoteReplacement(home()));
        return Path.of(source).toAbsolutePath().normalize() + (colon < 0 ? "" : volume.substring(colon));
    }

    private static String home() {
        String home = System.getenv("HOME");
        return home == null || home.isEmpty() ? Home.folder().toString() : home;
    }
}
