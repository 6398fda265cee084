package porthole.notebook.line;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import porthole.engine.Docker;
import porthole.engine.Node;

/** {@code docker node …}. */
@Command(name = "node", description = "The engines of the swarm.", subcommands = NodeLines.Ls.class)
final class NodeLines {
    @Command(name = "ls", aliases = "list", description = "List the swarm's engines.")
    static final class Ls extends Line {
        @Option(
                names = {"-q", "--quiet"},
                description = "Only the ids.")
        boolean quiet;

        Ls(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            List<Node> nodes = docker.node.ls();
            return quiet ? nodes.stream().map(Node::id).toList() : nodes;
        }
    }

    private NodeLines() {}
}
