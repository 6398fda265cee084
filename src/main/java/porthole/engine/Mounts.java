package porthole.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** {@code --mount}: {@code type=bind,source=/here,target=/there,readonly}. */
final class Mounts {
    private static final List<String> TYPES = List.of("bind", "volume", "tmpfs");

    private Mounts() {}

    static ObjectNode read(String mount) {
        ObjectNode node = Json.object().put("Type", "volume");
        for (String part : mount.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "true" : part.substring(equals + 1);
            switch (key) {
                case "type" -> node.put("Type", value);
                case "source", "src" -> node.put("Source", value);
                case "target", "destination", "dst" -> node.put("Target", value);
                case "readonly", "ro" -> node.put("ReadOnly", !value.equals("false") && !value.equals("0"));
                case "bind-propagation" -> object(node, "BindOptions").put("Propagation", value);
                case "volume-nocopy" -> object(node, "VolumeOptions").put("NoCopy", !value.equals("false"));
                case "tmpfs-size" ->
                    object(node, "TmpfsOptions").put("SizeBytes", Long.parseLong(digits(value, mount)));
                case "tmpfs-mode" ->
                    object(node, "TmpfsOptions").put("Mode", Integer.parseInt(digits(value, mount), 8));
                default -> throw Errors.sentence("mount.key", key, mount);
            }
        }
        if (!TYPES.contains(node.path("Type").asText())
                || node.path("Target").asText().isEmpty()) {
            throw Errors.sentence("mount.bad", mount);
        }
        String source = node.path("Source").asText();
        if (node.path("Type").asText().equals("bind") && !source.startsWith("/")) {
            node.put("Source", Path.of(source).toAbsolutePath().normalize().toString());
        }
        return node;
    }

    private static String digits(String value, String mount) {
        if (!value.matches("[0-7]{1,12}|[0-9]{1,15}")) {
            throw Errors.sentence("mount.bad", mount);
        }
        return value;
    }

    private static ObjectNode object(ObjectNode node, String name) {
        return node.get(name) instanceof ObjectNode there ? there : node.putObject(name);
    }
}
