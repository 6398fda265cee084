package porthole.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.Api;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.Query;
import porthole.engine.swarm.SwarmMembership;
import porthole.engine.swarm.SwarmOwnership;

/** Engines that exist already, by Docker context or address: machines of their own, mostly. They are never ended. */
public final class EngineHosts implements ClusterHosts {
    private static final String JOINED = "joined";

    private final ClusterFolder folder;
    private final List<String> names;
    private final List<EngineAddress> addresses = new ArrayList<>();

    public EngineHosts(ClusterFolder folder, List<String> names) {
        this.folder = folder;
        this.names = List.copyOf(names);
        names.forEach(name -> addresses.add(EngineAddress.named(name, System.getenv())));
    }

    @Override
    public List<EngineAddress> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public String advertised(int host) {
        return "";
    }

    @Override
    public String underlay() {
        return "";
    }

    @Override
    public String complaint(int host) {
        return "";
    }

    @Override
    public boolean alive(int host) {
        return false; // who does not answer at once is not there
    }

    /** Remembers that we took this host into the swarm, so that even a later kernel can take it out. */
    void joined(int host, boolean newGatewayBridge) {
        String line = names.get(host) + "\t" + newGatewayBridge;
        folder.write(JOINED, (folder.read(JOINED) + "\n" + line).strip());
    }

    @Override
    public void close() {
        leave(folder);
        folder.remove();
    }

    /** Takes the hosts that joined out of the swarm again. */
    public static void leave(ClusterFolder folder) {
        for (String line : folder.read(JOINED).lines().toList()) {
            String[] parts = line.split("\t", -1);
            try (Api api = new Api(EngineAddress.named(parts[0], System.getenv()))) {
                if (SwarmMembership.of(api).active()) {
                    api.post(Query.of("/swarm/leave").with("force", true));
                }
                if (parts.length > 1 && parts[1].equals("true")) {
                    new SwarmOwnership(api).network(SwarmMembership.GATEWAY_BRIDGE);
                }
            } catch (EngineException e) {
                // It is gone, or has left already.
            }
        }
    }
}
