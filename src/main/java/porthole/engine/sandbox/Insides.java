package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.ParallelCalls;
import porthole.engine.api.Query;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.Port;

/** What an inspection tells of containers beyond the engine's lists: aliases, links, exposed ports, process numbers. */
public final class Insides {
    private static final int AT_ONCE = 16;

    private Insides() {}

    public static Map<String, Inside> of(Api api, List<Container> containers) {
        List<Optional<Inside>> found = ParallelCalls.all(
                AT_ONCE,
                containers.stream()
                        .map(c -> (Callable<Optional<Inside>>) () -> of(api, c))
                        .toList());
        Map<String, Inside> byId = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            String id = containers.get(i).id();
            found.get(i).ifPresent(inside -> byId.put(id, inside));
        }
        return Map.copyOf(byId);
    }

    private static Optional<Inside> of(Api api, Container container) {
        try {
            return Optional.of(read(api.get(Query.of("/containers/{}/json", container.id()))));
        } catch (ApiFailure e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Reads the answer of an inspection. */
    static Inside read(JsonNode node) {
        Map<String, List<String>> aliases = new HashMap<>();
        Map<String, String> links = new HashMap<>();
        node.path("HostConfig")
                .path("Links")
                .forEach(link -> link(link.asText("").split(":", 2), links));
        node.path("NetworkSettings").path("Networks").properties().forEach(entry -> {
            aliases.put(entry.getKey(), texts(entry.getValue().path("Aliases")));
            texts(entry.getValue().path("Links")).forEach(link -> link(link.split(":", 2), links));
        });
        List<Port> exposed = HostPorts.exposed(node.path("Config"));
        int process = node.path("State").path("Pid").asInt();
        return new Inside(
                aliases, links, exposed, Optional.empty(), false, administers(node.path("HostConfig")), process);
    }

    /** The engine keeps capabilities as they were written: {@code NET_ADMIN}, {@code cap_net_admin}, {@code ALL}. */
    private static boolean administers(JsonNode host) {
        return host.path("Privileged").asBoolean()
                || texts(host.path("CapAdd")).stream()
                        .map(c -> c.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", ""))
                        .anyMatch(c -> c.equals("NET_ADMIN") || c.equals("ALL"));
    }

    /** {@code /web:/test/db} from the default bridge, {@code web:db} from another network. */
    private static void link(String[] parts, Map<String, String> links) {
        String target = parts[0].replaceFirst("^/", "");
        String alias = parts.length > 1 ? parts[1].replaceFirst("^.*/", "") : target;
        links.put(alias, target);
        links.putIfAbsent(target, target);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText("")));
        return texts;
    }
}
