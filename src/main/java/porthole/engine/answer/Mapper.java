package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.engine.api.Addresses;
import porthole.engine.api.EngineJson;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Host;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.network.Port;
import porthole.network.PortBinding;
import porthole.network.Scope;
import porthole.network.Subnet;

/** From the engine's two lists ({@code /networks} and {@code /containers/json}) to values. Nulls stop here. */
public final class Mapper {
    /** Label with the image that was asked for, on a container that was made from a stand-in. */
    public static final String ASKED_IMAGE = "porthole.image";

    private Mapper() {}

    public static List<Network> networks(JsonNode list) {
        List<Network> networks = new ArrayList<>();
        list.forEach(node -> networks.add(network(node)));
        return networks;
    }

    public static Network network(JsonNode node) {
        List<Pool> pools = new ArrayList<>();
        node.path("IPAM").path("Config").forEach(config -> pool(config).ifPresent(pools::add));
        return new Network(
                EngineJson.text(node, "Id"),
                EngineJson.text(node, "Name"),
                EngineJson.text(node, "Driver"),
                scope(EngineJson.text(node, "Scope")),
                OffsetDateTime.parse(node.path("Created").asText("1970-01-01T00:00:00Z"))
                        .toInstant(),
                pools,
                node.path("Internal").asBoolean(),
                node.path("Attachable").asBoolean(),
                node.path("Ingress").asBoolean(),
                EngineJson.strings(node.path("Labels")),
                EngineJson.strings(node.path("Options")));
    }

    private static Scope scope(String word) {
        return switch (word) {
            case "swarm" -> Scope.SWARM;
            case "global" -> Scope.GLOBAL;
            default -> Scope.LOCAL;
        };
    }

    private static Optional<Pool> pool(JsonNode config) {
        return subnet(EngineJson.text(config, "Subnet"))
                .map(subnet -> new Pool(
                        subnet,
                        EngineJson.optional(config, "Gateway")
                                .filter(gateway -> !gateway.equals("<nil>")) // Podman 4.3, of an internal network
                                .map(gateway -> gateway.replaceFirst("/.*", "")),
                        subnet(EngineJson.text(config, "IPRange"))));
    }

    /** Engines keep a subnet as it was typed, an address inside it included; the value wants its first address. */
    private static Optional<Subnet> subnet(String cidr) {
        if (cidr.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Addresses.subnetAround(cidr));
    }

    public static List<Container> containers(JsonNode list) {
        List<Container> containers = new ArrayList<>();
        list.forEach(node -> containers.add(container(node)));
        return containers;
    }

    public static Container container(JsonNode node) {
        Map<String, String> labels = EngineJson.strings(node.path("Labels"));
        return new Container(
                EngineJson.text(node, "Id"),
                name(node.path("Names")),
                labels.getOrDefault(ASKED_IMAGE, EngineJson.text(node, "Image")),
                EngineJson.text(node, "State"),
                EngineJson.text(node, "Status"),
                Instant.ofEpochSecond(node.path("Created").asLong()),
                EngineJson.text(node, "Command"),
                NetworkMode.of(EngineJson.text(node.path("HostConfig"), "NetworkMode")),
                endpoints(node.path("NetworkSettings").path("Networks")),
                ports(node.path("Ports")),
                List.of(),
                labels);
    }

    /** A container has further names, with a second slash, where another one links to it. */
    private static String name(JsonNode names) {
        for (JsonNode name : names) {
            if (name.asText("").lastIndexOf('/') == 0) {
                return name.asText("").substring(1);
            }
        }
        return names.path(0).asText("").replaceFirst("^/", "");
    }

    private static List<Endpoint> endpoints(JsonNode networks) {
        List<Endpoint> endpoints = new ArrayList<>();
        networks.properties().forEach(entry -> {
            // The engine lists an endpoint on these two, but nothing is plugged in there.
            if (!entry.getKey().equals("host") && !entry.getKey().equals("none")) {
                endpoints.add(endpoint(entry.getKey(), entry.getValue()));
            }
        });
        return endpoints;
    }

    static Endpoint endpoint(String network, JsonNode node) {
        List<String> aliases = new ArrayList<>();
        node.path("Aliases").forEach(alias -> aliases.add(alias.asText("")));
        return new Endpoint(
                EngineJson.text(node, "EndpointID"),
                EngineJson.text(node, "NetworkID"),
                network,
                EngineJson.optional(node, "IPAddress"),
                EngineJson.optional(node, "GlobalIPv6Address"),
                EngineJson.optional(node, "Gateway"),
                EngineJson.optional(node, "MacAddress"),
                Optional.empty(),
                aliases);
    }

    private static List<PortBinding> ports(JsonNode list) {
        List<PortBinding> ports = new ArrayList<>();
        for (JsonNode node : list) {
            if (node.path("PublicPort").asInt() > 0) {
                Port port = new Port(node.path("PrivatePort").asInt(), EngineJson.text(node, "Type"));
                ports.add(new PortBinding(
                        node.path("IP").asText("0.0.0.0"),
                        node.path("PublicPort").asInt(),
                        port));
            }
        }
        ports.sort(Comparator.comparing(PortBinding::containerPort)
                .thenComparing(PortBinding::hostAddress)
                .thenComparing(PortBinding::hostPort));
        return ports;
    }

    public static Image image(JsonNode node) {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : node.path("RepoTags")) {
            if (!tag.asText("").equals("<none>:<none>")) {
                tags.add(tag.asText(""));
            }
        }
        JsonNode created = node.path("Created");
        Instant when = created.isNumber()
                ? Instant.ofEpochSecond(created.asLong())
                : OffsetDateTime.parse(created.asText("1970-01-01T00:00:00Z")).toInstant();
        JsonNode labels =
                node.has("Labels") ? node.path("Labels") : node.path("Config").path("Labels");
        return new Image(
                EngineJson.text(node, "Id"), tags, when, node.path("Size").asLong(), EngineJson.strings(labels));
    }

    public static Engine engine(JsonNode info, Host host) {
        List<String> drivers = new ArrayList<>();
        info.path("Plugins").path("Network").forEach(driver -> drivers.add(driver.asText("")));
        List<String> warnings = new ArrayList<>();
        info.path("Warnings").forEach(warning -> warnings.add(warning.asText("")));
        return new Engine(
                host,
                EngineJson.text(info, "OperatingSystem"),
                EngineJson.text(info, "KernelVersion"),
                drivers,
                EngineJson.text(info.path("Swarm"), "LocalNodeState"),
                info.path("Containers").asInt(),
                info.path("Images").asInt(),
                warnings);
    }

    public static Endpoint withInterface(Endpoint e, Optional<String> name) {
        return new Endpoint(
                e.id(),
                e.networkId(),
                e.network(),
                e.address(),
                e.address6(),
                e.gateway(),
                e.mac(),
                name,
                e.aliases(),
                e.seen());
    }

    public static Network withPools(Network n, List<Pool> pools) {
        return new Network(
                n.id(),
                n.name(),
                n.driver(),
                n.scope(),
                n.created(),
                pools,
                n.internal(),
                n.attachable(),
                n.ingress(),
                n.labels(),
                n.options());
    }

    public static Container withEndpoints(Container c, List<Endpoint> endpoints) {
        return copy(c, c.mode(), endpoints, c.listening());
    }

    public static Container withMode(Container c, NetworkMode mode) {
        return mode.equals(c.mode()) ? c : copy(c, mode, c.endpoints(), c.listening());
    }

    public static Container withListening(Container c, List<Port> listening) {
        return copy(c, c.mode(), c.endpoints(), listening);
    }

    private static Container copy(Container c, NetworkMode mode, List<Endpoint> endpoints, List<Port> listening) {
        return new Container(
                c.id(),
                c.name(),
                c.image(),
                c.state(),
                c.status(),
                c.created(),
                c.command(),
                mode,
                endpoints,
                c.ports(),
                listening,
                c.labels());
    }
}
