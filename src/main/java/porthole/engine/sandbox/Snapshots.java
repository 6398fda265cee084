package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.engine.answer.Mapper;
import porthole.engine.api.Addresses;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Query;
import porthole.engine.api.Versions;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Host;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Pool;
import porthole.network.Snapshot;
import porthole.network.Subnet;

/** The whole engine at one moment, from its two lists, both asked for at once. */
public final class Snapshots {
    private final Api api;
    private final Interfaces interfaces;
    private final HostPorts hostPorts;
    private final GuestMark mark;
    private volatile @Nullable Host host;

    public Snapshots(Api api, Interfaces interfaces, HostPorts hostPorts, GuestMark mark) {
        this.mark = mark;
        this.api = api;
        this.interfaces = interfaces;
        this.hostPorts = hostPorts;
        api.whenOriginChanges(() -> host = null);
    }

    public Snapshot take() {
        Host machine = host();
        CompletableFuture<JsonNode> networks =
                CompletableFuture.supplyAsync(() -> NetworkAnswers.all(api), Api.threads());
        List<Container> containers =
                containers().stream().filter(c -> !mark.isGuest(c)).toList();
        Snapshot plain = plain(machine, Mapper.networks(await(networks)), containers);
        List<Container> named = interfaces.name(plain.containers());
        return new Snapshot(machine, plain.networks(), hostPorts.find(named));
    }

    /** All containers, the newest first, as the command line lists them. */
    List<Container> containers() {
        return Mapper.containers(api.get(Query.of("/containers/json").with("all", true)));
    }

    private static JsonNode await(CompletableFuture<JsonNode> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException known) {
                throw known;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** What the two lists say together: gateways that only endpoints know, modes by name, not by id. */
    public static Snapshot plain(Host host, List<Network> networks, List<Container> containers) {
        Map<String, String> gateways = containers.stream()
                .flatMap(c -> c.endpoints().stream())
                .filter(e -> e.gateway().isPresent())
                .collect(Collectors.toMap(Endpoint::networkId, e -> e.gateway().orElseThrow(), (one, other) -> one));
        List<Network> complete = networks.stream()
                .map(n -> withGateway(n, Optional.ofNullable(gateways.get(n.id()))))
                .toList();
        Snapshot raw = new Snapshot(host, complete, containers);
        List<Container> named =
                containers.stream().map(c -> Mapper.withMode(c, mode(c, raw))).toList();
        return new Snapshot(host, complete, named);
    }

    private static NetworkMode mode(Container container, Snapshot snapshot) {
        if (container.mode() instanceof NetworkMode.Named named) {
            return snapshot.network(named.network())
                    .map(n -> NetworkMode.of(n.name()))
                    .orElse(named);
        }
        if (container.mode() instanceof NetworkMode.OfContainer other) {
            return snapshot.container(other.container())
                    .<NetworkMode>map(c -> new NetworkMode.OfContainer(c.id()))
                    .orElse(other);
        }
        return container.mode();
    }

    /**
     * Where only a subnet was given, an engine leaves the gateway out. What endpoints say goes first; else it is the first
     * address that a bridge can take: of the range, and .0 included where the range is but a part of the subnet.
     */
    private static Network withGateway(Network network, Optional<String> seen) {
        if (!network.driver().equals("bridge")) {
            return network;
        }
        List<Pool> pools = network.pools().stream()
                .map(pool -> pool.gateway().isPresent()
                        ? pool
                        : new Pool(
                                pool.subnet(),
                                seen.filter(pool.subnet()::contains).or(() -> Optional.of(firstOf(pool))),
                                pool.range()))
                .toList();
        return Mapper.withPools(network, pools);
    }

    private static String firstOf(Pool pool) {
        return pool.range()
                .map(Subnet::address)
                .filter(address -> !address.equals(pool.subnet().address()))
                .orElseGet(() -> Addresses.first(pool.subnet()));
    }

    /** The networks with the gateways that can be known from themselves; the default bridge first, then by creation. */
    public static List<Network> complete(List<Network> networks) {
        return plain(new Host("", "", ""), networks, List.of()).networks();
    }

    public Host host() {
        Host known = host;
        if (known == null) {
            Versions versions = api.versions();
            String name = EngineJson.text(api.get(Query.of("/info")), "Name");
            known = new Host(name, versions.engine(), versions.used());
            host = known;
        }
        return known;
    }
}
