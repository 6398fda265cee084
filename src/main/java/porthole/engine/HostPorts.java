package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Port;

/**
 * On which of the host's ports a container in host mode listens. No list tells it: its image says which ports it may
 * use, and the sandbox, which is the host's, says which of them are open.
 */
final class HostPorts {
    private static final long LIMIT_MILLISECONDS = 500;

    private final Api api;
    private final Exec exec;
    private final Map<String, List<Port>> exposed = new ConcurrentHashMap<>();
    private final Map<String, List<Port>> listening = new ConcurrentHashMap<>();

    HostPorts(Api api, Exec exec) {
        this.api = api;
        this.exec = exec;
    }

    List<Container> find(List<Container> containers) {
        Map<String, CompletableFuture<List<Port>>> asked = new HashMap<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLISECONDS);
        for (Container container : containers) {
            if (inHostMode(container) && !listening.containsKey(container.id())) {
                asked.put(container.id(), CompletableFuture.supplyAsync(() -> ask(container.id(), end), Api.threads()));
            }
        }
        Map<String, List<Port>> answers = new HashMap<>();
        asked.forEach((id, answer) ->
                answers.put(id, Interfaces.await(answer, end).orElseGet(() -> exposed.getOrDefault(id, List.of()))));
        return containers.stream()
                .map(c -> inHostMode(c) ? Mapper.withListening(c, answers.getOrDefault(c.id(), known(c))) : c)
                .toList();
    }

    private List<Port> known(Container container) {
        return listening.getOrDefault(container.id(), List.of());
    }

    private static boolean inHostMode(Container container) {
        return container.running() && container.mode() instanceof NetworkMode.Host;
    }

    private List<Port> ask(String id, long end) {
        List<Port> wanted = exposed.computeIfAbsent(
                id, any -> exposed(api.get(Query.of("/containers/{}/json", id)).path("Config")));
        if (wanted.isEmpty()) {
            listening.put(id, List.of());
            return List.of();
        }
        List<Port> open = open(id, wanted);
        // A server that has just been started needs a moment until it listens; each question takes one.
        while (open.size() < wanted.size() && System.nanoTime() < end) {
            open = open(id, wanted);
        }
        if (open.size() == wanted.size()) {
            listening.put(id, open);
        }
        return open;
    }

    private List<Port> open(String id, List<Port> wanted) {
        ExecResult tables = exec.quietly(id, List.of("cat", "/proc/net/tcp", "/proc/net/tcp6"));
        if (tables.stdout().isEmpty()) {
            return wanted;
        }
        Set<Integer> numbers = new HashSet<>();
        SocketTable.read(tables.stdout().lines().toList()).stream()
                .filter(SocketTable.Line::listening)
                .forEach(line -> numbers.add(line.port()));
        return wanted.stream().filter(port -> numbers.contains(port.number())).toList();
    }

    static List<Port> exposed(JsonNode config) {
        List<Port> ports = new ArrayList<>();
        config.path("ExposedPorts").fieldNames().forEachRemaining(name -> {
            String[] parts = name.split("/", -1);
            ports.add(new Port(Integer.parseInt(parts[0]), parts.length > 1 ? parts[1] : "tcp"));
        });
        ports.sort(null);
        return List.copyOf(ports);
    }
}
