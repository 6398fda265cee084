package porthole.engine.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import porthole.engine.api.EngineSentences;

/**
 * How a template prints a whole field. The command line decodes the engine's JSON into Go's types first, so that a map, a
 * list and a struct look different, and an empty one has the look of its type. What JSON alone cannot tell is refused by
 * name: most structs hold pointers, of which Go prints the address.
 */
final class GoPrinting {
    /** Fields that are maps in Go. */
    private static final Set<String> MAPS = Set.of(
            "Annotations",
            "AuxiliaryAddresses",
            "Config",
            "Data",
            "DriverOpts",
            "ExposedPorts",
            "Labels",
            "Options",
            "PortBindings",
            "Ports",
            "Status",
            "StorageOpt",
            "Sysctls",
            "Tmpfs",
            "Volumes");

    /** Fields that are lists in Go, where the engine may write null. */
    private static final Set<String> LISTS = Set.of(
            "Aliases",
            "Args",
            "Binds",
            "BlkioDeviceReadBps",
            "BlkioDeviceReadIOps",
            "BlkioDeviceWriteBps",
            "BlkioDeviceWriteIOps",
            "BlkioWeightDevice",
            "CapAdd",
            "CapDrop",
            "Cmd",
            "DNSNames",
            "DeviceCgroupRules",
            "DeviceRequests",
            "Devices",
            "Entrypoint",
            "Env",
            "ExecIDs",
            "ExtraHosts",
            "GroupAdd",
            "Links",
            "MaskedPaths",
            "Mounts",
            "OnBuild",
            "ReadonlyPaths",
            "RepoDigests",
            "RepoTags",
            "SecurityOpt",
            "Shell",
            "Ulimits",
            "VolumesFrom");

    /** Structs of which the engine writes every field, in their order, and none of them a pointer. */
    private static final Set<String> STRUCTS = Set.of("LogConfig", "RestartPolicy");

    /**
     * Fields that have another name in Go (DNS). Where a template asks for one, the command line falls back to the bare JSON
     * and prints its null.
     */
    private static final Set<String> RENAMED = Set.of("Dns", "DnsOptions", "DnsSearch");

    /** Pointers in Go that the engine leaves out where they lead nowhere. */
    private static final Set<String> POINTERS = Set.of("Health", "Healthcheck", "Init", "StopTimeout");

    private static final List<String> POOL = List.of("Subnet", "IPRange", "Gateway", "AuxiliaryAddresses");
    private static final Set<String> BINDING = Set.of("HostIp", "HostPort");

    private GoPrinting() {}

    /** Whether an engine may leave out a field of that name, because it is empty. */
    static boolean isOmitted(String name) {
        return MAPS.contains(name) || LISTS.contains(name) || POINTERS.contains(name);
    }

    /** The text of the field of that name; of a value without one, if the name is empty. */
    static String print(JsonNode value, String name) {
        if (value.isMissingNode() && !isOmitted(name)) {
            return "";
        } else if (value.isNull() || value.isMissingNode()) {
            return empty(name);
        } else if (value.isArray()) {
            return elements(value)
                    .map(item -> item.isObject() ? struct(item, name) : GoFunctions.text(item))
                    .collect(Collectors.joining(" ", "[", "]"));
        } else if (value.isObject()) {
            return MAPS.contains(name) ? map(value, name) : struct(value, name);
        }
        return GoFunctions.text(value);
    }

    private static String empty(String name) {
        if (RENAMED.contains(name)) {
            return "<no value>";
        }
        return LISTS.contains(name) ? "[]" : MAPS.contains(name) ? "map[]" : "<nil>";
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String map(JsonNode value, String name) {
        return value.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + ":" + item(e.getValue(), name))
                .collect(Collectors.joining(" ", "map[", "]"));
    }

    private static String item(JsonNode value, String name) {
        if (value.isNull()) {
            return "[]";
        }
        return value.isObject() ? struct(value, name) : print(value, name);
    }

    private static String struct(JsonNode value, String name) {
        List<String> fields = value.properties().stream().map(Map.Entry::getKey).toList();
        if (fields.isEmpty()) {
            return "{}";
        }
        if (name.equals("Config") && POOL.containsAll(fields)) {
            return "{" + text(value, "Subnet") + " " + text(value, "IPRange") + " " + text(value, "Gateway") + " "
                    + map(value.path("AuxiliaryAddresses"), "AuxiliaryAddresses") + "}";
        }
        if (STRUCTS.contains(name) || BINDING.containsAll(fields)) {
            return value.properties().stream()
                    .map(e -> print(e.getValue(), e.getKey()))
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        throw EngineSentences.sentence("format.struct", name.isEmpty() ? "." : "." + name, String.join(", ", fields));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
