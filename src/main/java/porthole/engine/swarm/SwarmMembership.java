package porthole.engine.swarm;

import com.fasterxml.jackson.databind.JsonNode;
import porthole.engine.api.Api;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Query;

/**
 * What an engine says of its own place in a swarm.
 *
 * @param state {@code inactive}, {@code pending}, {@code active}, {@code error}, {@code locked}
 * @param address by which other hosts find it; empty in no swarm
 * @param manager whether it may answer for the swarm
 */
public record SwarmMembership(String state, String address, boolean manager) {
    /** The bridge by which containers on overlays reach the world. The engine makes it and never removes it. */
    public static final String GATEWAY_BRIDGE = "docker_gwbridge";
    /** Label on a swarm that we made: whether that bridge was not there before. */
    static final String NEW_GATEWAY_BRIDGE = "porthole.gateway-bridge.new";

    public static SwarmMembership of(Api api) {
        JsonNode swarm = api.get(Query.of("/info")).path("Swarm");
        return new SwarmMembership(
                EngineJson.text(swarm, "LocalNodeState"),
                EngineJson.text(swarm, "NodeAddr"),
                swarm.path("ControlAvailable").asBoolean());
    }

    public boolean active() {
        return !state.isEmpty() && !state.equals("inactive");
    }

    public static boolean hasGatewayBridge(Api api) {
        return api.find(Query.of("/networks/{}", GATEWAY_BRIDGE)).isPresent();
    }
}
