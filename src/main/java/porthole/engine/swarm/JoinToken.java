package porthole.engine.swarm;

import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.engine.answer.Tables;
import porthole.engine.api.CommandLine;

/**
 * With what an engine joins a swarm.
 *
 * @param token the secret, for workers or for managers
 * @param address of a manager: {@code 10.77.0.1:2377}
 */
public record JoinToken(String token, String address) implements Displayable {
    /** The command line for the engine that is to join. */
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
