package porthole.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import porthole.engine.answer.Node;
import porthole.engine.api.Api;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.Notices;
import porthole.engine.api.ParallelCalls;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.swarm.JoinToken;
import porthole.engine.swarm.Nodes;
import porthole.engine.swarm.Swarm;
import porthole.engine.swarm.SwarmMembership;
import porthole.engine.swarm.SwarmSpec;

/** Makes one swarm of the hosts of a cluster, the first host being its manager. */
public final class ClusterSwarm {
    private static final long READY_SECONDS = 30;

    private final EngineSession session;
    private final ClusterHosts place;
    private final List<String> names;
    private final List<Api> engines;

    public ClusterSwarm(EngineSession session, ClusterHosts place, List<String> names, List<Api> engines) {
        this.session = session;
        this.place = place;
        this.names = names;
        this.engines = engines;
    }

    public void join() {
        SwarmMembership first = SwarmMembership.of(engines.get(0));
        if (first.active() && !first.manager()) {
            throw EngineSentences.sentence("host.worker", names.get(0));
        }
        Swarm manager = new Swarm(silent(0));
        if (!first.active()) {
            told(0, "docker swarm init" + advertise(0));
            manager.init(s -> advertise(s, 0));
        }
        JoinToken token = manager.joinToken();
        List<Callable<Object>> joins = new ArrayList<>();
        for (int i = 1; i < engines.size(); i++) {
            int host = i;
            SwarmMembership here = SwarmMembership.of(engines.get(host));
            if (!here.active()) {
                told(host, "docker swarm join --token …" + advertise(host) + " " + token.address());
                joins.add(Executors.callable(() -> join(host, token)));
            } else if (!isMember(host)) {
                throw EngineSentences.sentence("host.elsewhere", names.get(host), names.get(0));
            }
        }
        ParallelCalls.toTheEnd(joins);
        await();
    }

    private void join(int host, JoinToken token) {
        boolean newBridge = !SwarmMembership.hasGatewayBridge(engines.get(host));
        new Swarm(silent(host)).join(token.token(), token.address(), s -> advertise(s, host));
        if (place instanceof EngineHosts existing) {
            synchronized (existing) {
                existing.joined(host, newBridge);
            }
        }
    }

    private boolean isMember(int host) {
        String id = EngineJson.text(engines.get(host).get(Query.of("/info")).path("Swarm"), "NodeID");
        return new Nodes(silent(0)).list().stream().anyMatch(n -> n.id().equals(id));
    }

    private void await() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        List<Node> nodes = List.of();
        while (nodes.stream().filter(Node::ready).count() < engines.size()) {
            if (System.nanoTime() > limit) {
                throw EngineSentences.sentence(
                        "cluster.late", nodes.stream().filter(Node::ready).count(), engines.size(), READY_SECONDS);
            }
            Pause.millis(20);
            nodes = new Nodes(silent(0)).list();
        }
    }

    private void advertise(SwarmSpec spec, int host) {
        if (!place.advertised(host).isEmpty()) {
            spec.advertise(place.advertised(host));
        }
    }

    private String advertise(int host) {
        return place.advertised(host).isEmpty() ? "" : " --advertise-addr " + place.advertised(host);
    }

    private EngineSession silent(int host) {
        return new EngineSession(engines.get(host), Notices.none(), session.owner());
    }

    private void told(int host, String line) {
        new HostNotices(session.notices(), names.get(host)).command(line);
    }
}
