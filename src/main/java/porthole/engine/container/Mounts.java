package porthole.engine.container;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.flag.Flag;

/**
 * {@code --mount}: {@code type=bind,source=/here,target=/there,readonly}.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/run/#mount">docker run --mount</a>
 */
final class Mounts {
    private static final List<String> TYPES = List.of("bind", "volume", "tmpfs", "image");
    private static final List<String> KEYS = List.of(
            "type",
            "source",
            "target",
            "readonly",
            "bind-propagation",
            "bind-nonrecursive",
            "volume-nocopy",
            "volume-driver",
            "volume-opt",
            "volume-label",
            "volume-subpath",
            "image-subpath",
            "tmpfs-size",
            "tmpfs-mode");

    private Mounts() {}

    static ObjectNode read(String mount) {
        ObjectNode node = EngineJson.object().put("Type", "volume");
        String options = "";
        for (String part : mount.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "true" : part.substring(equals + 1);
            if (!set(node, key, value, mount)) {
                throw EngineSentences.sentence("mount.key", key, mount, String.join(", ", KEYS));
            }
            options = key.contains("-") ? key : options;
        }
        check(node, options, mount);
        String source = node.path("Source").asText();
        if (node.path("Type").asText().equals("bind") && !source.startsWith("/")) {
            node.put("Source", Path.of(source).toAbsolutePath().normalize().toString());
        }
        return node;
    }

    private static boolean set(ObjectNode node, String key, String value, String mount) {
        switch (key) {
            case "type" -> node.put("Type", value.toLowerCase(Locale.ROOT));
            case "source", "src" -> node.put("Source", value);
            case "target", "destination", "dst" -> node.put("Target", value);
            case "readonly", "ro" -> flag(node, "ReadOnly", "readonly", value);
            case "bind-propagation" -> object(node, "BindOptions").put("Propagation", value);
            case "bind-nonrecursive" -> flag(object(node, "BindOptions"), "NonRecursive", key, value);
            case "volume-nocopy" -> flag(object(node, "VolumeOptions"), "NoCopy", key, value);
            case "volume-driver" ->
                object(object(node, "VolumeOptions"), "DriverConfig").put("Name", value);
            case "volume-opt" -> pair(object(object(node, "VolumeOptions"), "DriverConfig"), "Options", key, value);
            case "volume-label" -> pair(object(node, "VolumeOptions"), "Labels", key, value);
            case "volume-subpath" -> object(node, "VolumeOptions").put("Subpath", value);
            case "image-subpath" -> object(node, "ImageOptions").put("Subpath", value);
            case "tmpfs-size" -> Flag.of(key, "SizeBytes", Flag.Kind.BYTES).into(object(node, "TmpfsOptions"), value);
            case "tmpfs-mode" -> object(node, "TmpfsOptions").put("Mode", octal(value, mount));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The options are of one type, and each type has what it needs. */
    private static void check(ObjectNode node, String option, String mount) {
        String type = node.path("Type").asText();
        String source = node.path("Source").asText();
        if (!TYPES.contains(type) || node.path("Target").asText().isEmpty()) {
            throw EngineSentences.sentence("mount.bad", mount);
        }
        if (!option.isEmpty() && !option.startsWith(type + "-")) {
            throw EngineSentences.sentence("mount.mixed", option, type, mount);
        }
        boolean needs = type.equals("bind") || type.equals("image");
        if (needs && source.isEmpty()) {
            throw EngineSentences.sentence("mount.source", type, mount);
        }
        if (type.equals("tmpfs") && !source.isEmpty()) {
            throw EngineSentences.sentence("mount.tmpfs", mount);
        }
    }

    private static void flag(ObjectNode node, String name, String key, String value) {
        node.put(name, Flag.of(key, "", Flag.Kind.SWITCH).on(value));
    }

    private static void pair(ObjectNode node, String name, String key, String value) {
        Flag.of(key, name, Flag.Kind.LABELS).into(node, value);
    }

    private static int octal(String value, String mount) {
        if (!value.matches("[0-7]{1,5}")) {
            throw EngineSentences.sentence("mount.bad", mount);
        }
        return Integer.parseInt(value, 8);
    }

    private static ObjectNode object(ObjectNode node, String name) {
        return node.get(name) instanceof ObjectNode there ? there : node.putObject(name);
    }
}
