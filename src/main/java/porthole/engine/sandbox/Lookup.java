package porthole.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import porthole.engine.answer.Mapper;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.ExistingNames;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Query;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Pool;

/** What exists on the engine, mostly to say it beside what does not. */
public final class Lookup {
    private final Api api;

    public Lookup(Api api) {
        this.api = api;
    }

    public List<Network> networks() {
        return Snapshots.complete(Mapper.networks(NetworkAnswers.all(api)));
    }

    public List<Container> containers() {
        return Mapper.containers(api.get(Query.of("/containers/json").with("all", true)));
    }

    public Optional<Network> network(String nameOrId) {
        List<Network> all = networks();
        return all.stream()
                .filter(n -> n.name().equals(nameOrId))
                .findFirst()
                .or(() -> all.stream().filter(n -> isId(nameOrId, n.id())).findFirst());
    }

    public Optional<Container> container(String nameOrId) {
        List<Container> all = containers();
        return all.stream()
                .filter(c -> c.name().equals(nameOrId))
                .findFirst()
                .or(() -> all.stream().filter(c -> isId(nameOrId, c.id())).findFirst());
    }

    public Network requireNetwork(String nameOrId) {
        return network(nameOrId).orElseThrow(() -> unknownNetwork(nameOrId));
    }

    public Container requireContainer(String nameOrId) {
        return container(nameOrId).orElseThrow(() -> unknownContainer(nameOrId));
    }

    public EngineException unknownNetwork(String asked) {
        List<String> names = networks().stream().map(Network::name).toList();
        return refusal("network.unknown", asked, ExistingNames.list(names), ExistingNames.suggestion(asked, names));
    }

    public EngineException unknownContainer(String asked) {
        List<String> names = containers().stream().map(Container::name).sorted().toList();
        return names.isEmpty()
                ? refusal("container.unknown.none", asked)
                : refusal(
                        "container.unknown", asked, ExistingNames.list(names), ExistingNames.suggestion(asked, names));
    }

    public EngineException unknownThing(String asked) {
        List<String> containers = containers().stream().map(Container::name).toList();
        List<String> networks = networks().stream().map(Network::name).toList();
        List<String> all = Stream.concat(containers.stream(), networks.stream()).toList();
        String shown = containers.isEmpty() ? "–" : ExistingNames.list(containers);
        return refusal(
                "thing.unknown", asked, shown, ExistingNames.list(networks), ExistingNames.suggestion(asked, all));
    }

    /** The failure, turned into a sentence where it says that a container or a network is not there. */
    public EngineException unknown(ApiFailure failure, String container, String network) {
        String reason = failure.reason().toLowerCase(Locale.ROOT);
        if (reason.contains("no such container")) {
            return unknownContainer(container);
        }
        if (reason.contains("network") && reason.contains("not found")) {
            return unknownNetwork(network);
        }
        return failure;
    }

    /** What this engine refuses, with the name of its host where it is one of a cluster. */
    public EngineException refusal(String key, Object... parts) {
        return EngineSentences.of(api, key, parts);
    }

    public List<String> drivers() {
        List<String> drivers = new ArrayList<>();
        api.get(Query.of("/info")).path("Plugins").path("Network").forEach(driver -> drivers.add(driver.asText("")));
        return drivers;
    }

    public static String subnets(Network network) {
        return String.join(
                ", ",
                network.pools().stream().map(Pool::subnet).map(Object::toString).toList());
    }

    /** Does all, even where one fails, and then says what failed: as the command line treats several names. */
    public static List<String> each(String[] names, Consumer<String> action) {
        List<String> done = new ArrayList<>();
        List<EngineException> failures = new ArrayList<>();
        for (String name : names) {
            try {
                action.accept(name);
                done.add(name);
            } catch (InterruptedCall e) {
                throw e;
            } catch (EngineException e) {
                failures.add(e);
            }
        }
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            List<String> sentences =
                    failures.stream().map(e -> String.valueOf(e.getMessage())).toList();
            throw new EngineException(String.join("\n", sentences), failures.get(0));
        }
        return List.copyOf(done);
    }

    private static boolean isId(String given, String id) {
        return !given.isEmpty() && id.startsWith(given);
    }
}
