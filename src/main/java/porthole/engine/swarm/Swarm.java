package porthole.engine.swarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSession;
import porthole.engine.api.Query;
import porthole.engine.flag.Force;

/** {@code docker swarm …}: whether this engine is part of a cluster of engines. */
public final class Swarm {
    private final EngineSession session;
    private final Api api;

    public Swarm(EngineSession session) {
        this.session = session;
        this.api = session.api();
    }

    /** {@code docker swarm init}: a swarm of this engine alone, which others can join. */
    public JoinToken init() {
        return init(spec -> {});
    }

    /**
     * {@code docker swarm init …}. The swarm is this session's: {@code docker.reset()} leaves it.
     *
     * @return with what workers join
     * @throws EngineException with a sentence: the engine is in a swarm already, or has several addresses to choose from
     */
    public JoinToken init(Consumer<SwarmSpec> more) {
        SwarmSpec spec = new SwarmSpec();
        more.accept(spec);
        session.notices().command(spec.initLine());
        ObjectNode body = spec.body();
        ObjectNode labels = body.putObject("Spec").putObject("Labels");
        session.owner().labels().forEach(labels::put);
        labels.put(SwarmMembership.NEW_GATEWAY_BRIDGE, String.valueOf(!SwarmMembership.hasGatewayBridge(api)));
        try {
            api.post(Query.of("/swarm/init"), body);
        } catch (ApiFailure e) {
            throw SwarmErrors.of(e, api, spec.advertised());
        }
        return token(false);
    }

    /** {@code docker swarm join}, with what {@link #init()} or {@link #joinToken()} gave on a manager. */
    public void join(JoinToken token) {
        join(token.token(), token.address());
    }

    /**
     * {@code docker swarm join --token TOKEN ADDRESS}.
     *
     * @param address of a manager: {@code 10.77.0.1:2377}
     */
    public void join(String token, String address) {
        join(token, address, spec -> {});
    }

    /** {@code docker swarm join …}. */
    public void join(String token, String address, Consumer<SwarmSpec> more) {
        SwarmSpec spec = new SwarmSpec();
        more.accept(spec);
        session.notices().command(spec.joinLine(token, address));
        ObjectNode body = spec.body();
        body.put("JoinToken", token);
        body.set("RemoteAddrs", EngineJson.array(address));
        try {
            api.post(Query.of("/swarm/join"), body);
        } catch (ApiFailure e) {
            throw SwarmErrors.of(e, api, address);
        }
    }

    /** {@code docker swarm join-token worker}. */
    public JoinToken joinToken() {
        session.notices().command("docker swarm join-token worker");
        return token(false);
    }

    /** {@code docker swarm join-token manager}. */
    public JoinToken managerToken() {
        session.notices().command("docker swarm join-token manager");
        return token(true);
    }

    /** {@code docker swarm leave}. A manager leaves only by force. */
    public void leave() {
        leave(false);
    }

    /** {@code docker swarm leave --force}: where this is the last manager, the swarm and its networks are gone. */
    public void leave(Force force) {
        leave(true);
    }

    private void leave(boolean force) {
        session.notices()
                .command(new CommandLine("docker", "swarm", "leave")
                        .flag("--force", force)
                        .toString());
        try {
            api.post(Query.of("/swarm/leave").with("force", force));
        } catch (ApiFailure e) {
            throw SwarmErrors.of(e, api, "");
        }
    }

    /** Whether this engine is part of a swarm now, as a manager or as a worker. */
    public boolean active() {
        return SwarmMembership.of(api).active();
    }

    private JoinToken token(boolean manager) {
        try {
            JsonNode tokens = api.get(Query.of("/swarm")).path("JoinTokens");
            return new JoinToken(
                    EngineJson.text(tokens, manager ? "Manager" : "Worker"),
                    SwarmMembership.of(api).address() + ":" + SwarmSpec.PORT);
        } catch (ApiFailure e) {
            throw SwarmErrors.of(e, api, "");
        }
    }
}
