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

/** The commands {@code docker node …}: the engines of the swarm. Only a manager of the swarm answers them. */
public final class Nodes {
    private final EngineSession session;

    /**
     * Makes the commands of one engine.
     *
     * @param session the connection to the engine
     */
    public Nodes(EngineSession session) {
        this.session = session;
    }

    /**
     * {@code docker node ls}: lists the engines of the swarm, with their addresses.
     *
     * @return the engines, by host name
     * @throws porthole.engine.api.EngineException if this engine is in no swarm, or is a worker
     */
    public Listing<Node> ls() {
        session.notices().command("docker node ls");
        return Tables.nodes(list());
    }

    /**
     * Lists the engines of the swarm as {@link #ls()} does, without showing a command.
     *
     * @return the engines, by host name
     * @throws porthole.engine.api.EngineException if this engine is in no swarm, or is a worker
     */
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
