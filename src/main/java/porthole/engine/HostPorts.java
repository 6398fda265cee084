package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
    private static final long LIMIT_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(500);
    /** How long a server may take from its start until it listens. */
    private static final long YOUTH_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);

    private record Answer(List<Port> open, boolean complete, long at) {
        boolean holds(long now) {
            return complete || now - at < YOUTH_NANOSECONDS;
        }
    }

    private final Api api;
    private final Exec exec;
    private final Map<String, List<Port>> exposed = new ConcurrentHashMap<>();
    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    HostPorts(Api api, Exec exec) {
        this.api = api;
        this.exec = exec;
    }

    List<Container> find(List<Container> containers) {
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        long now = System.nanoTime();
        for (Container container : containers) {
            if (inHostMode(container) && !settled(container.id(), now)) {
                asked.add(CompletableFuture.supplyAsync(() -> ask(container.id(), now), Api.threads()));
            }
        }
        asked.forEach(answer -> Interfaces.await(answer, now + LIMIT_NANOSECONDS));
        return containers.stream()
                .map(c -> inHostMode(c) ? Mapper.withListening(c, known(c.id())) : c)
                .toList();
    }

    private boolean settled(String id, long now) {
        Answer answer = answers.get(id);
        boolean young = now - firstSeen.computeIfAbsent(id, any -> now) < YOUTH_NANOSECONDS;
        return answer != null && (answer.complete() || (!young && answer.holds(now)));
    }

    private List<Port> known(String id) {
        Answer answer = answers.get(id);
        return answer == null ? exposed.getOrDefault(id, List.of()) : answer.open();
    }

    private static boolean inHostMode(Container container) {
        return container.running() && container.mode() instanceof NetworkMode.Host;
    }

    /** Asks again while it is young and not all are open: each question takes the moment that a server needs. */
    private Answer ask(String id, long begin) {
        List<Port> wanted = exposed.computeIfAbsent(
                id, any -> exposed(api.get(Query.of("/containers/{}/json", id)).path("Config")));
        Answer answer;
        do {
            List<Port> open = wanted.isEmpty() ? wanted : open(id, wanted);
            answer = new Answer(open, open.size() == wanted.size(), System.nanoTime());
            answers.put(id, answer);
        } while (!answer.complete()
                && answer.at() - begin < LIMIT_NANOSECONDS
                && begin - firstSeen.getOrDefault(id, begin) < YOUTH_NANOSECONDS);
        return answer;
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
