package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import porthole.engine.answer.Mapper;
import porthole.engine.api.Api;
import porthole.engine.api.Query;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Port;

/**
 * On which of the host's ports a container in host mode listens. No list tells it: its image says which ports it may
 * use, the sandbox, which is the host's, which of them are open, and its processes whose they are.
 */
public final class HostPorts {
    /** How long a snapshot waits for what is not known yet. */
    private static final long LIMIT_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);
    /** How long a server that has just started is asked again. */
    private static final long PATIENCE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(500);
    /** How long a server may take from its start until it listens. */
    private static final long YOUTH_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);

    private static final String ALL_SEEN = "all seen";
    private static final String LOOK = """
            echo tcp; cat /proc/net/tcp /proc/net/tcp6 2>/dev/null
            echo udp; cat /proc/net/udp /proc/net/udp6 2>/dev/null
            ls -l /proc/[0-9]*/fd 2>/dev/null && echo all seen
            :""";

    private record Answer(List<Port> open, boolean complete, long at) {
        boolean holds(long now) {
            return complete || now - at < YOUTH_NANOSECONDS;
        }
    }

    private final Api api;
    private final Exec exec;
    private final Guests guests;
    private final Map<String, List<Port>> exposed = new ConcurrentHashMap<>();
    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public HostPorts(Api api, Exec exec, Guests guests) {
        this.api = api;
        this.guests = guests;
        this.exec = exec;
    }

    List<Container> find(List<Container> containers) {
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        long now = System.nanoTime();
        for (Container container : containers) {
            if (inHostMode(container) && !settled(container.id(), now)) {
                asked.add(CompletableFuture.supplyAsync(() -> ask(container, now), Api.threads()));
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
        return answer == null ? List.of() : answer.open();
    }

    private static boolean inHostMode(Container container) {
        return container.running() && container.mode() instanceof NetworkMode.Host;
    }

    /** Asks again while it is young and not all are open: each question takes the moment that a server needs. */
    private Answer ask(Container container, long begin) {
        String id = container.id();
        List<Port> wanted = exposed.computeIfAbsent(
                id, any -> exposed(api.get(Query.of("/containers/{}/json", id)).path("Config")));
        Answer answer;
        do {
            List<Port> open = wanted.isEmpty() ? wanted : open(container, wanted);
            answer = new Answer(open, open.size() == wanted.size(), System.nanoTime());
            answers.put(id, answer);
        } while (!answer.complete()
                && answer.at() - begin < PATIENCE_NANOSECONDS
                && begin - firstSeen.getOrDefault(id, begin) < YOUTH_NANOSECONDS);
        return answer;
    }

    /**
     * The ports at which a socket waits that a process of the container holds: others of the host may have the same ones.
     * A program inside may tell; where it cannot, or may not see all processes, a guest does.
     */
    private List<Port> open(Container container, List<Port> wanted) {
        List<String> said = exec.quietly(container.id(), List.of("sh", "-c", LOOK))
                .stdout()
                .lines()
                .toList();
        Set<Port> taken = waiting(said, inode -> true);
        boolean matters = SocketTable.read(said).isEmpty() || wanted.stream().anyMatch(taken::contains);
        if (matters && !said.contains(ALL_SEEN) && guests.atHand()) {
            Guest guest = Guest.ofHost().amongProcessesOf(container).allowed("SYS_PTRACE");
            said = guests.run(guest, LOOK).stdout().lines().toList();
        }
        Set<Port> own = waiting(said, held(said)::contains);
        return wanted.stream().filter(own::contains).toList();
    }

    private static Set<String> held(List<String> said) {
        return said.stream()
                .filter(line -> line.contains("socket:["))
                .map(line -> line.substring(line.indexOf("socket:[") + "socket:[".length(), line.lastIndexOf(']')))
                .collect(Collectors.toSet());
    }

    private static Set<Port> waiting(List<String> said, Predicate<String> inode) {
        Set<Port> ports = new HashSet<>();
        String protocol = "tcp";
        for (String line : said) {
            if (line.equals("tcp") || line.equals("udp")) {
                protocol = line;
            }
            for (SocketTable.Line socket : SocketTable.read(List.of(line))) {
                if ((protocol.equals("tcp") ? socket.listening() : socket.bound()) && inode.test(socket.inode())) {
                    ports.add(new Port(socket.port(), protocol));
                }
            }
        }
        return ports;
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
