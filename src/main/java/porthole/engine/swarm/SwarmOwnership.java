package porthole.engine.swarm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import porthole.engine.answer.Removed;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineJson;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.owner.Owner;

/** Removes what is ours in a swarm: services, as they were noted, and the swarm itself, by its label, which only an API call can write. */
public final class SwarmOwnership {
    private static final long LIMIT_SECONDS = 10;
    private static final long PAUSE_MILLIS = 50;

    private final Api api;

    public SwarmOwnership(Api api) {
        this.api = api;
    }

    public boolean manager() {
        return SwarmMembership.of(api).manager();
    }

    /** Services go before their tasks' containers, which the swarm would start anew. */
    public List<Removed> services(Set<String> ours) {
        List<Removed> removed = new ArrayList<>();
        for (JsonNode service : api.get(Query.of("/services"))) {
            JsonNode spec = service.path("Spec");
            if (ours.contains(EngineJson.text(service, "ID"))) {
                api.delete(Query.of("/services/{}", EngineJson.text(service, "ID")));
                removed.add(new Removed("service", EngineJson.text(spec, "Name")));
            }
        }
        return removed;
    }

    /** Whether the swarm that this engine manages was made by us. */
    public boolean isOurs(Set<String> sessions) {
        return sessions.contains(labels().getOrDefault(Owner.SESSION, ""));
    }

    private Map<String, String> labels() {
        return EngineJson.strings(api.get(Query.of("/swarm")).path("Spec").path("Labels"));
    }

    /** Ends the swarm with its networks, and the bridge that the engine made for it and would leave behind. */
    public List<Removed> leave() {
        boolean newBridge = "true".equals(labels().get(SwarmMembership.NEW_GATEWAY_BRIDGE));
        String address = SwarmMembership.of(api).address();
        api.post(Query.of("/swarm/leave").with("force", true));
        List<Removed> removed = new ArrayList<>(List.of(new Removed("swarm", address)));
        if (newBridge) {
            network(SwarmMembership.GATEWAY_BRIDGE);
            removed.add(new Removed("network", SwarmMembership.GATEWAY_BRIDGE));
        }
        return removed;
    }

    /** Removes a network, waiting for tasks that are just ending on it. */
    public void network(String id) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (true) {
            try {
                api.delete(Query.of("/networks/{}", id));
                return;
            } catch (ApiFailure e) {
                boolean ending = e.says("in use by") || e.says("active endpoints");
                if (!ending || System.nanoTime() > limit) {
                    throw e;
                }
                Pause.millis(PAUSE_MILLIS);
            }
        }
    }
}
