package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import porthole.display.Listing;
import porthole.network.Network;
import porthole.network.Subnet;

/** {@code docker network …}. */
public final class Networks {
    private final Session session;
    private final Api api;
    private final Lookup lookup;
    private final NetworkErrors errors;
    private final Interfaces interfaces;
    private final KernelFeatures features;

    /** @param features what the Linux under the engine can do */
    Networks(Session session, Interfaces interfaces, KernelFeatures features) {
        this.features = features;
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
        this.errors = new NetworkErrors(lookup);
        this.interfaces = interfaces;
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
        NetworkErrors.check(spec);
        if (spec.driver != null) {
            errors.checkDriver(spec.driver);
        }
        try {
            JsonNode made = api.make(
                    Query.of("/networks/create"),
                    body(spec),
                    late -> api.delete(Query.of("/networks/{}", Mapper.text(late, "Id"))));
            String warning = Mapper.text(made, "Warning");
            if (!warning.isEmpty()) {
                session.notices().warning(warning);
            }
            if (spec.options.containsKey("encrypted") && features.lacks("INET_ESP")) {
                session.notices().warning(Errors.SENTENCES.say("overlay.esp"));
            }
            JsonNode network = made(Mapper.text(made, "Id"));
            return Snapshots.complete(List.of(Mapper.network(network))).get(0);
        } catch (ApiFailure e) {
            throw errors.create(e, spec);
        }
    }

    /** A swarm answers before it has chosen a driver and a subnet. */
    private JsonNode made(String id) {
        JsonNode network = api.get(Query.of("/networks/{}", id));
        for (int i = 0; i < 50 && Mapper.text(network, "Driver").isEmpty(); i++) {
            Pause.millis(20);
            network = api.get(Query.of("/networks/{}", id));
        }
        return network;
    }

    private ObjectNode body(NetworkSpec spec) {
        // Without CheckDuplicate, engines before 25 accept a second network of the same name.
        ObjectNode body = Json.object().put("Name", spec.name).put("CheckDuplicate", true);
        body.put("Driver", spec.driver == null ? "bridge" : spec.driver);
        if (spec.ipv4 != null) {
            body.put("EnableIPv4", spec.ipv4);
        }
        if (spec.configOnly) {
            body.put("ConfigOnly", true);
        }
        if (spec.configFrom != null) {
            body.putObject("ConfigFrom").put("Network", spec.configFrom);
        }
        body.put("Internal", spec.internal).put("Attachable", spec.attachable).put("EnableIPv6", spec.ipv6);
        if (spec.scope != null) {
            body.put("Scope", spec.scope);
        }
        ObjectNode labels = Json.object(spec.labels);
        session.owner().labels().forEach(labels::put);
        body.set("Labels", labels);
        body.set("Options", Json.object(spec.options));
        ObjectNode ipam = body.putObject("IPAM");
        ipam.put("Driver", spec.ipamDriver == null ? "default" : spec.ipamDriver);
        if (!spec.ipamOptions.isEmpty()) {
            ipam.set("Options", Json.object(spec.ipamOptions));
        }
        ArrayNode config = ipam.putArray("Config");
        List<String> gateways = new ArrayList<>(spec.gateways);
        List<String> ranges = new ArrayList<>(spec.ranges);
        for (String cidr : spec.subnets) {
            Subnet subnet = NetworkErrors.subnet(cidr);
            ObjectNode pool = config.addObject().put("Subnet", cidr);
            take(gateways, subnet).ifPresent(gateway -> pool.put("Gateway", gateway));
            take(ranges, subnet).ifPresent(range -> pool.put("IPRange", range));
            spec.auxiliary.forEach((name, address) -> {
                if (Subnet.isAddress(address) && subnet.contains(address)) {
                    object(pool, "AuxiliaryAddresses").put(name, address);
                }
            });
        }
        return body;
    }

    private static ObjectNode object(ObjectNode node, String name) {
        return node.get(name) instanceof ObjectNode there ? there : node.putObject(name);
    }

    /** The first of {@code given} that lies in the subnet, taken out: the command line pairs them so. */
    private static java.util.Optional<String> take(List<String> given, Subnet subnet) {
        java.util.Optional<String> found = given.stream()
                .filter(g -> subnet.contains(g.replaceFirst("/.*", "")))
                .findFirst();
        found.ifPresent(given::remove);
        return found;
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
        tell(new CommandLine("docker", "network", "rm").words(namesOrIds));
        return Lookup.each(namesOrIds, name -> {
            try {
                api.delete(Query.of("/networks/{}", name));
            } catch (ApiFailure e) {
                throw errors.remove(e, name);
            }
        });
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
        ObjectNode body = Json.object().put("Container", spec.container);
        body.set("EndpointConfig", EndpointSettings.of(spec));
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
                    Json.object().put("Container", container).put("Force", force));
        } catch (ApiFailure e) {
            throw errors.disconnect(e, network, container);
        }
    }

    /**
     * {@code docker network prune}, but only of what this session made: the names that were removed. Others' networks
     * are never touched.
     */
    public List<String> prune() {
        String mine = Owner.SESSION + "=" + session.owner().session();
        tell("docker", "network", "prune", "--force", "--filter", "label=" + mine);
        List<String> removed = new ArrayList<>();
        api.post(Query.of("/networks/prune").filter("label", mine))
                .path("NetworksDeleted")
                .forEach(name -> removed.add(name.asText("")));
        return List.copyOf(removed);
    }

    private void tell(String... words) {
        tell(new CommandLine(words));
    }

    private void tell(CommandLine line) {
        session.notices().command(line.toString());
    }
}
