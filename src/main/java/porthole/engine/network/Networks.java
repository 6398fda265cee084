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
import porthole.engine.sandbox.Snapshots;
import porthole.network.Network;

/** {@code docker network …}. */
public final class Networks {
    private final EngineSession session;
    private final Api api;
    private final Lookup lookup;
    private final NetworkErrors errors;
    private final Interfaces interfaces;
    private final KernelFeatures features;

    /** @param features what the Linux under the engine can do */
    public Networks(EngineSession session, Interfaces interfaces, KernelFeatures features) {
        this.features = features;
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
        this.errors = new NetworkErrors(lookup);
        this.interfaces = interfaces;
    }

    /**
     * {@code docker network ls --filter …}: {@code ls("driver=bridge", "name=shop")}; of one key any may hold, of several
     * keys all must.
     *
     * @throws EngineException if a filter is not {@code key=value}, or the engine does not know its key
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

    /** {@code docker network ls}, with subnet and gateway besides; the default bridge first, then by creation. */
    public Listing<Network> ls() {
        tell("docker", "network", "ls");
        return Tables.networks(lookup.networks());
    }

    /** {@code docker network create NAME}. */
    public Network create(String name) {
        return create(new NetworkSpec(name));
    }

    /** {@code docker network create … NAME}. */
    public Network create(String name, Consumer<NetworkSpec> more) {
        NetworkSpec spec = new NetworkSpec(name);
        more.accept(spec);
        return create(spec);
    }

    /**
     * As {@link #create(String, Consumer)}, of a spec that is ready.
     *
     * @throws EngineException with a sentence: the name is taken, the subnet overlaps (with which network), the driver is
     *     unknown (which there are)…
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
            JsonNode network = made(EngineJson.text(made, "Id"));
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

    /** {@code docker network inspect}. */
    public Inspection inspect(String nameOrId) {
        tell("docker", "network", "inspect", nameOrId);
        return api.find(Query.of("/networks/{}", nameOrId))
                .map(Inspection::new)
                .orElseThrow(() -> lookup.unknownNetwork(nameOrId));
    }

    /** {@code docker network inspect --verbose}: of an overlay, its tasks on all hosts too. */
    public Inspection inspectVerbose(String nameOrId) {
        tell("docker", "network", "inspect", "--verbose", nameOrId);
        return api.find(Query.of("/networks/{}", nameOrId).with("verbose", true))
                .map(Inspection::new)
                .orElseThrow(() -> lookup.unknownNetwork(nameOrId));
    }

    /** The network of that name, id, or beginning of an id. */
    public Network get(String nameOrId) {
        return lookup.requireNetwork(nameOrId);
    }

    /** {@code docker network rm}; the names that were removed. */
    public List<String> rm(String... namesOrIds) {
        return rm(false, namesOrIds);
    }

    /** {@code docker network rm --force}: what does not exist is no mistake; the names that were removed. */
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

    /** {@code docker network connect}. */
    public void connect(String network, String container) {
        connect(new ConnectSpec(network, container));
    }

    /** {@code docker network connect …}. */
    public void connect(String network, String container, Consumer<ConnectSpec> more) {
        ConnectSpec spec = new ConnectSpec(network, container);
        more.accept(spec);
        connect(spec);
    }

    /** As {@link #connect(String, String, Consumer)}, of a spec that is ready. */
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

    /** {@code docker network disconnect}. */
    public void disconnect(String network, String container) {
        disconnect(network, container, false);
    }

    /** {@code docker network disconnect --force}. */
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
     * {@code docker network prune --filter …}, but only of what this session made: the names that were removed. Others'
     * networks are never touched.
     *
     * @param filters {@code label=…}, {@code label!=…} or {@code until=10m}; all must hold
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
