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

/**
 * The commands {@code docker swarm …}, which make an engine part of a cluster of engines. Each method tells the
 * {@code docker} command that it equals, and throws {@link EngineException} with one sentence if the engine does not
 * answer or refuses.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/swarm/">docker swarm</a>
 */
public final class Swarm {
    private final EngineSession session;
    private final Api api;

    /**
     * Makes the commands of one engine.
     *
     * @param session the connection to the engine
     */
    public Swarm(EngineSession session) {
        this.session = session;
        this.api = session.api();
    }

    /**
     * {@code docker swarm init}: starts a swarm of this engine alone, which others can join. {@code docker.reset()}
     * leaves it.
     *
     * @return what a worker needs to join
     * @throws EngineException if the engine is in a swarm already, or has several addresses to choose from (then name
     *     one with {@link #init(Consumer)})
     */
    public JoinToken init() {
        return init(spec -> {});
    }

    /**
     * {@code docker swarm init …} with flags: {@code init(s -> s.advertise("10.77.0.1"))}. {@code docker.reset()}
     * leaves the swarm.
     *
     * @param more sets the flags
     * @return what a worker needs to join
     * @throws EngineException if the engine is in a swarm already, an address is not this engine's, or it has several
     *     to choose from
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

    /**
     * {@code docker swarm join}: makes this engine part of a swarm.
     *
     * @param token what {@link #init()} or {@link #joinToken()} gave on a manager
     * @throws EngineException if the engine is in a swarm already, the token is not valid, or the manager does not
     *     answer
     */
    public void join(JoinToken token) {
        join(token.token(), token.address());
    }

    /**
     * {@code docker swarm join --token TOKEN ADDRESS}: makes this engine part of a swarm.
     *
     * @param token the secret that a manager gave; it tells whether the engine becomes a worker or a manager
     * @param address a manager's address and port: {@code 10.77.0.1:2377}
     * @throws EngineException if the engine is in a swarm already, the token is not valid, or the manager does not
     *     answer
     */
    public void join(String token, String address) {
        join(token, address, spec -> {});
    }

    /**
     * {@code docker swarm join …} with flags.
     *
     * @param token the secret that a manager gave; it tells whether the engine becomes a worker or a manager
     * @param address a manager's address and port: {@code 10.77.0.1:2377}
     * @param more sets the flags
     * @throws EngineException if the engine is in a swarm already, the token or a flag is not valid, or the manager
     *     does not answer
     */
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

    /**
     * {@code docker swarm join-token worker}: gives what an engine needs to join as a worker.
     *
     * @throws EngineException if this engine is not a manager of a swarm
     */
    public JoinToken joinToken() {
        session.notices().command("docker swarm join-token worker");
        return token(false);
    }

    /**
     * {@code docker swarm join-token manager}: gives what an engine needs to join as a manager.
     *
     * @throws EngineException if this engine is not a manager of a swarm
     */
    public JoinToken managerToken() {
        session.notices().command("docker swarm join-token manager");
        return token(true);
    }

    /**
     * {@code docker swarm leave}: takes this engine, a worker, out of its swarm.
     *
     * @throws EngineException if the engine is in no swarm, or is a manager, which leaves only by {@link #leave(Force)}
     */
    public void leave() {
        leave(false);
    }

    /**
     * {@code docker swarm leave --force}: takes this engine out of its swarm, a manager, too. If it is the last
     * manager, the swarm, its services and its networks are gone.
     *
     * @param force the constant {@code FORCE}
     * @throws EngineException if the engine is in no swarm
     */
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
