package porthole.engine.swarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import porthole.display.Listing;
import porthole.engine.answer.Node;
import porthole.engine.answer.Tables;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineSession;
import porthole.engine.api.Query;

/** {@code docker node …}: the engines of the swarm, asked of a manager. */
public final class Nodes {
    private final EngineSession session;

    public Nodes(EngineSession session) {
        this.session = session;
    }

    /** {@code docker node ls}, with each node's address besides. */
    public Listing<Node> ls() {
        session.notices().command("docker node ls");
        return Tables.nodes(list());
    }

    public List<Node> list() {
        try {
            List<Node> nodes = new ArrayList<>();
            session.api().get(Query.of("/nodes")).forEach(node -> nodes.add(Node.of(node)));
            nodes.sort(Comparator.comparing(Node::hostname).thenComparing(Node::id));
            return nodes;
        } catch (ApiFailure e) {
            throw SwarmErrors.of(e, session.api(), "");
        }
    }
}
