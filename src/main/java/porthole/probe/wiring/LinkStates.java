package porthole.probe.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.ParallelCalls;
import porthole.engine.sandbox.Guest;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.LinkState;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;

/**
 * Looks at the interfaces of those containers in which somebody may have changed them: that takes the capability
 * NET_ADMIN, of the container itself or of one that shares its namespace. All others have what the engine set up.
 */
public final class LinkStates {
    private static final int AT_ONCE = 8;
    private static final String LOOK = "ip -o link; ip -o addr";

    private final Docker docker;
    /** By a container's id; it holds as long as the container is there. */
    private final Map<String, Boolean> administrators = new ConcurrentHashMap<>();

    /**
     * @param docker the engine whose containers are looked at
     */
    public LinkStates(Docker docker) {
        this.docker = docker;
    }

    /**
     * Gives the same snapshot with what those interfaces are like. A container that cannot be looked at stays as it is.
     *
     * @param snapshot the engine now
     */
    public Snapshot seen(Snapshot snapshot) {
        Map<Container, Container> lookers = lookers(snapshot);
        if (lookers.isEmpty()) {
            return snapshot;
        }
        List<Container> owners = List.copyOf(lookers.keySet());
        List<Callable<Container>> looks = new ArrayList<>();
        lookers.forEach((owner, looker) -> looks.add(() -> seen(owner, looker)));
        List<Container> found = ParallelCalls.all(AT_ONCE, looks);
        List<Container> all = snapshot.containers().stream()
                .map(c -> owners.contains(c) ? found.get(owners.indexOf(c)) : c)
                .toList();
        return new Snapshot(snapshot.host(), snapshot.networks(), all);
    }

    /** Whose namespace, and who is asked there. */
    private Map<Container, Container> lookers(Snapshot snapshot) {
        Map<Container, Container> lookers = new LinkedHashMap<>();
        List<Container> running =
                snapshot.containers().stream().filter(Container::running).toList();
        learn(running.stream()
                .filter(c -> !administrators.containsKey(c.id()))
                .filter(c -> !Caller.sandbox(snapshot, c).endpoints().isEmpty())
                .toList());
        for (Container container : running) {
            Container owner = Caller.sandbox(snapshot, container);
            if (owner.running() && !owner.endpoints().isEmpty() && administrators.getOrDefault(container.id(), false)) {
                lookers.putIfAbsent(owner, container);
            }
        }
        return lookers;
    }

    private void learn(List<Container> unknown) {
        if (!unknown.isEmpty()) {
            try {
                docker.inside(unknown).forEach((id, inside) -> administrators.put(id, inside.administrator()));
            } catch (EngineException e) {
                // Not known is not looked at.
            }
        }
    }

    private Container seen(Container owner, Container looker) {
        Devices devices = Devices.read(look(looker));
        return devices.links().isEmpty()
                ? owner
                : owner.on(owner.endpoints().stream()
                        .map(e -> e.seenAs(state(devices, e)))
                        .toList());
    }

    /** With the container's own {@code ip}; where it has none, a guest's. */
    private List<String> look(Container looker) {
        try {
            List<String> said = docker.quietly(looker.id(), "sh", "-c", LOOK)
                    .stdout()
                    .lines()
                    .toList();
            return said.isEmpty()
                    ? docker.guests()
                            .run(Guest.of(looker), LOOK)
                            .stdout()
                            .lines()
                            .toList()
                    : said;
        } catch (EngineException e) {
            return List.of();
        }
    }

    /** What the devices of a namespace say of one endpoint. */
    static LinkState state(Devices devices, Endpoint endpoint) {
        Optional<String> address = endpoint.address().or(endpoint::address6);
        Optional<Devices.Link> holder = devices.links().stream()
                .filter(link -> address.filter(link::has).isPresent())
                .findFirst();
        Optional<Devices.Link> link = holder.or(() -> endpoint.interfaceName().flatMap(devices::named));
        return new LinkState(link.map(Devices.Link::up).orElse(false), address.isEmpty() || holder.isPresent());
    }
}
