package porthole.engine.swarm;

import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.engine.answer.Tables;
import porthole.engine.api.CommandLine;

/**
 * What an engine needs to join a swarm.
 *
 * @param token the secret; there is one for workers and one for managers
 * @param address a manager's address and port: {@code 10.77.0.1:2377}
 */
public record JoinToken(String token, String address) implements Displayable {
    /** Gives the {@code docker swarm join} command, to be run on the engine that is to join. */
    public String commandLine() {
        return new CommandLine("docker", "swarm", "join", "--token", token, address).toString();
    }

    @Override
    public List<MimeBundle> outputs() {
        return new Table(Tables.headings("columns.token"), List.of(List.of(token, address))).outputs();
    }

    @Override
    public String toString() {
        return commandLine();
    }
}
