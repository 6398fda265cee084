package porthole.engine.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import porthole.display.Listing;
import porthole.engine.answer.Mapper;
import porthole.engine.answer.Tables;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.OwnPrune;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.flag.Force;
import porthole.engine.format.Inspection;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.Interfaces;
import porthole.engine.sandbox.KernelFeatures;
import porthole.engine.sandbox.Lookup;
import porthole.engine.sandbox.NetworkAnswers;
import porthole.engine.sandbox.Snapshots;
import porthole.network.Network;

/**
 * The commands {@code docker network …}. Each method tells the {@code docker} command that it equals, and throws
 * {@link EngineException} with one sentence if the engine does not answer or refuses.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/network/">docker network</a>
 */
public final class Networks {
    private final EngineSession session;
    private final Api api;
    private final Lookup lookup;
    private final NetworkErrors errors;
    private final Interfaces interfaces;
    private final KernelFeatures features;

    /**
     * Makes the commands of one engine.
     *
     * @param session the connection to the engine
     * @param interfaces the names of containers' interfaces
     * @param features what the Linux under the engine can do
     */
    public Networks(EngineSession session, Interfaces interfaces, KernelFeatures features) {
        this.features = features;
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
        this.errors = new NetworkErrors(lookup);
        this.interfaces = interfaces;
    }

    /**
     * {@code docker network ls --filter …}: lists the networks that meet conditions, with subnet and gateway.
     *
     * @param filters as in {@code "driver=bridge", "name=shop"}; of one key any may hold, of several keys all must
     * @return the networks, the default bridge first, the others by the time when they were created
     * @throws EngineException if a filter is not of the form {@code key=value}, or the engine does not know its key
     */
    public Listing<Network> ls(String... filters) {
        CommandLine line = new CommandLine("docker", "network", "ls");
        tell(line.options("--filter", List.of(filters)));
        Query path = Query.of("/networks").filters(List.of(filters));
        List<String> found = new ArrayList<>();
        api.get(path).forEach(network -> found.add(EngineJson.text(network, "Id")));
        return Tables.networks(
                lookup.networks().stream().filter(n -> found.contains(n.id())).toList());
    }

    /**
     * {@code docker network ls}: lists all networks, with subnet and gateway.
     *
     * @return the networks, the default bridge first, the others by the time when they were created
     */
    public Listing<Network> ls() {
        tell("docker", "network", "ls");
        return Tables.networks(lookup.networks());
    }

    /**
     * {@code docker network create NAME}: makes a bridge network. The engine chooses its subnet.
     *
     * @param name letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or digit
     * @return the network
     * @throws EngineException if the name is not valid or taken, or the engine has no range left
     */
    public Network create(String name) {
        return create(new NetworkSpec(name));
    }

    /**
     * {@code docker network create … NAME} with flags: {@code create("shop", n -> n.subnet("10.9.0.0/24"))}.
     *
     * @param name letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or digit
     * @param more sets the flags
     * @return the network
     * @throws EngineException if the name is taken, the subnet is not valid or overlaps with another network's (which
     *     is said), the driver is unknown, or the network spans a swarm and the engine is in none
     */
    public Network create(String name, Consumer<NetworkSpec> more) {
        NetworkSpec spec = new NetworkSpec(name);
        more.accept(spec);
        return create(spec);
    }

    /**
     * {@code docker network create …} of a spec that is ready.
     *
     * @param spec the name and the flags
     * @return the network
     * @throws EngineException if the name is taken, the subnet is not valid or overlaps with another network's (which
     *     is said), the driver is unknown, or the network spans a swarm and the engine is in none
     */
    public Network create(NetworkSpec spec) {
        session.notices().command(spec.commandLine());
        ObjectNode body = NetworkRequest.of(spec, session.owner().labels());
        spec.settings.require(api.versions());
        errors.checkDriver(spec.driver());
        try {
            JsonNode made = api.make(
                    Query.of("/networks/create"),
                    body,
                    late -> api.delete(Query.of("/networks/{}", EngineJson.text(late, "Id"))));
            String warning = EngineJson.text(made, "Warning");
            if (!warning.isEmpty()) {
                session.notices().warning(warning);
            }
            if (body.path("Options").has("encrypted") && features.lacks("INET_ESP")) {
                session.notices().warning(EngineSentences.SENTENCES.say("overlay.esp"));
            }
            JsonNode network = NetworkAnswers.named(api, made(EngineJson.text(made, "Id")));
            return Snapshots.complete(List.of(Mapper.network(network))).get(0);
        } catch (ApiFailure e) {
            throw errors.create(e, spec);
        }
    }

    /** A swarm answers before it has chosen a driver and a subnet. */
    private JsonNode made(String id) {
        JsonNode network = api.get(Query.of("/networks/{}", id));
        for (int i = 0; i < 50 && EngineJson.text(network, "Driver").isEmpty(); i++) {
            Pause.millis(20);
            network = api.get(Query.of("/networks/{}", id));
        }
        return network;
    }

    /**
     * {@code docker network inspect}: gives the engine's own JSON of a network.
     *
     * @param nameOrId its name, or the beginning of its id
     * @throws EngineException if there is no such network
     */
    public Inspection inspect(String nameOrId) {
        tell("docker", "network", "inspect", nameOrId);
        return api.find(Query.of("/networks/{}", nameOrId))
                .map(Inspection::new)
                .orElseThrow(() -> lookup.unknownNetwork(nameOrId));
    }

    /**
     * {@code docker network inspect --verbose}: gives the engine's own JSON of a network; of an overlay, with the tasks
     * on all hosts.
     *
     * @param nameOrId its name, or the beginning of its id
     * @throws EngineException if there is no such network
     */
    public Inspection inspectVerbose(String nameOrId) {
        tell("docker", "network", "inspect", "--verbose", nameOrId);
        return api.find(Query.of("/networks/{}", nameOrId).with("verbose", true))
                .map(Inspection::new)
                .orElseThrow(() -> lookup.unknownNetwork(nameOrId));
    }

    /**
     * Gives a network without showing a command.
     *
     * @param nameOrId its name, its id, or the beginning of its id
     * @return the network as it is now
     * @throws EngineException if there is no such network
     */
    public Network get(String nameOrId) {
        return lookup.requireNetwork(nameOrId);
    }

    /**
     * {@code docker network rm}: removes networks that no container uses.
     *
     * @param namesOrIds names, or beginnings of ids
     * @return those that were removed, as they were given
     * @throws EngineException if a network does not exist, is in use (by which containers is said), or is one that
     *     every engine has; the other networks are removed all the same
     */
    public List<String> rm(String... namesOrIds) {
        return rm(false, namesOrIds);
    }

    /**
     * {@code docker network rm --force}: removes networks that no container uses; a network that does not exist is no
     * error.
     *
     * @param force the constant {@code FORCE}
     * @param namesOrIds names, or beginnings of ids
     * @return those that were removed, as they were given
     * @throws EngineException if a network is in use (by which containers is said), or is one that every engine has;
     *     the other networks are removed all the same
     */
    public List<String> rm(Force force, String... namesOrIds) {
        return rm(true, namesOrIds);
    }

    private List<String> rm(boolean force, String... namesOrIds) {
        tell(new CommandLine("docker", "network", "rm").flag("--force", force).words(namesOrIds));
        List<String> missing = new ArrayList<>();
        List<String> removed = new ArrayList<>(Lookup.each(namesOrIds, name -> {
            try {
                api.delete(Query.of("/networks/{}", name));
            } catch (ApiFailure e) {
                if (!force || e.status() != 404) {
                    throw errors.remove(e, name);
                }
                missing.add(name);
            }
        }));
        removed.removeAll(missing);
        return List.copyOf(removed);
    }

    /**
     * {@code docker network connect}: connects a container to a network, running or not.
     *
     * @param network the network's name or id
     * @param container the container's name or id
     * @throws EngineException if one of the two does not exist, they are connected already, or the container's kind of
     *     network excludes it
     */
    public void connect(String network, String container) {
        connect(new ConnectSpec(network, container));
    }

    /**
     * {@code docker network connect …} with flags: {@code connect("shop", "web", c -> c.alias("till"))}.
     *
     * @param network the network's name or id
     * @param container the container's name or id
     * @param more sets the flags
     * @throws EngineException if one of the two does not exist, they are connected already, the container's kind of
     *     network excludes it, or an address is not in the network's subnet or is taken
     */
    public void connect(String network, String container, Consumer<ConnectSpec> more) {
        ConnectSpec spec = new ConnectSpec(network, container);
        more.accept(spec);
        connect(spec);
    }

    /**
     * {@code docker network connect …} of a spec that is ready.
     *
     * @param spec the network, the container and the flags
     * @throws EngineException if one of the two does not exist, they are connected already, the container's kind of
     *     network excludes it, or an address is not in the network's subnet or is taken
     */
    public void connect(ConnectSpec spec) {
        session.notices().command(spec.commandLine());
        ObjectNode body = EngineJson.object().put("Container", spec.container);
        ObjectNode endpoint = body.putObject("EndpointConfig");
        spec.settings.into(endpoint);
        spec.settings.require(api.versions());
        try {
            api.post(Query.of("/networks/{}/connect", spec.network), body);
        } catch (ApiFailure e) {
            throw errors.connect(e, spec);
        }
    }

    /**
     * {@code docker network disconnect}: disconnects a container from a network.
     *
     * @param network the network's name or id
     * @param container the container's name or id
     * @throws EngineException if one of the two does not exist, or they are not connected
     */
    public void disconnect(String network, String container) {
        disconnect(network, container, false);
    }

    /**
     * {@code docker network disconnect --force}: disconnects a container from a network, even if the engine does not
     * know that container any more.
     *
     * @param network the network's name or id
     * @param container the container's name or id
     * @param force the constant {@code FORCE}
     * @throws EngineException if the network does not exist, or they are not connected
     */
    public void disconnect(String network, String container, Force force) {
        disconnect(network, container, true);
    }

    private void disconnect(String network, String container, boolean force) {
        tell(new CommandLine("docker", "network", "disconnect")
                .flag("--force", force)
                .words(network, container));
        try {
            interfaces.renamed(container);
            api.post(
                    Query.of("/networks/{}/disconnect", network),
                    EngineJson.object().put("Container", container).put("Force", force));
        } catch (ApiFailure e) {
            throw errors.disconnect(e, network, container);
        }
    }

    /**
     * {@code docker network prune}, limited to what this session made: removes its networks that no container uses.
     *
     * @param filters further conditions, {@code label=…}, {@code label!=…} or {@code until=10m}; all must hold
     * @return the names of those that were removed
     * @throws EngineException if a filter is not valid
     */
    public List<String> prune(String... filters) {
        List<String> all = new ArrayList<>(List.of(filters));
        all.add(0, "label=" + Owner.SESSION + "=" + session.owner().session());
        tell(new CommandLine("docker", "network", "prune", "--force").options("--filter", all));
        session.notices().note(EngineSentences.SENTENCES.say("prune.own"));
        return OwnPrune.of(
                api,
                Belongings.Kind.NETWORK,
                api.get(Query.of("/networks")),
                "/networks/prune",
                all,
                "NetworksDeleted");
    }

    private void tell(String... words) {
        tell(new CommandLine(words));
    }

    private void tell(CommandLine line) {
        session.notices().command(line.toString());
    }
}
