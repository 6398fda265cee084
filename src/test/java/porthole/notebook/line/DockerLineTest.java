package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.engine.Docker;
import porthole.engine.Notices;
import porthole.engine.Owner;

/** The grammar alone: nothing here gets as far as an engine. */
class DockerLineTest {
    private final DockerLine line =
            new DockerLine(Docker.connect(Notices.none(), Owner.ofThisProcess("test")), Notices.none());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "run --gpus all nginx; --gpus is not understood here",
                "run --gpsu all nginx; \"--gpsu\" is no flag of docker run",
                "run --memory lots nginx; \"lots\" is no value for --memory",
                "run --network name=shop,mtu=9 nginx; \"mtu=9\" in --network",
                "exec --detach-keys ctrl-p test ls; no terminal",
                "network prune --filter until=5m; only the networks that this notebook",
                "stats; with --no-stream it shows one moment",
                "container stats web; --no-stream",
                "events; say until when",
                "attach web; no terminal to attach",
                "logs -n many web; \"many\" is no number of lines",
                "ps | grep -P x; grep -P",
                "ps | grep; needs a word",
                "ps | wc; cannot follow %docker",
                "ps | head five; cannot follow %docker",
                "network create --driver; --driver",
                "network create; NETWORK",
                "network connect shop; CONTAINER",
                "network; needs one of: ls,",
                "ps | awk 1; only grep, head, tail",
                "swarm; needs one of: init, join, join-token, leave",
                "swarm init --autolock; \"--autolock\" is no flag of docker swarm init",
                "swarm join --token SWMTKN; HOST:PORT",
                "swarm join 10.77.0.1:2377; --token",
                "service create --name web; IMAGE",
                "service create --secret key nginx; \"--secret\" is no flag of docker service create",
                "service rm; SERVICE",
                "exec test sh -c \"curl; never closed",
                "ps && run -d nginx; after && ",
                "ps | xargs docker rm; docker.stop(c.name())",
                "ps | awk '{print $1}'; %%sh",
                "ps | grep a b; one word to look for",
                "ps > file; %%sh",
                "rm $(docker ps -aq); ${name}",
                "network ls && sudo docker ps; is not docker",
            })
    void aLineThatCannotBeReadSaysWhy(String typed, String sentence) {
        var mistake = assertThrows(Exception.class, () -> line.run(typed));
        assertTrue(mistake.getMessage().contains(sentence), mistake.getMessage());
    }

    @Test
    void commandsAndOptionsAreCompleted() {
        assertEquals(List.of("network"), complete("net"));
        assertEquals(List.of("connect", "create"), complete("network c"));
        assertEquals(List.of("--name", "--network", "--network-alias", "--no-healthcheck"), complete("run --n"));
        assertEquals(List.of("create", "inspect", "list", "ls", "ps", "remove", "rm"), complete("service "));
        assertEquals(List.of("--rm"), complete("run -d --name web --rm"));
        assertEquals(List.of(), complete("exec web ls --a"), "an option behind the container is the command's own");
    }

    @Test
    void namesAreCompletedWhereTheGrammarWantsThem() {
        assertEquals(List.of("[container]we"), complete("stop we"));
        assertEquals(List.of("[network]sh"), complete("network connect sh"));
        assertEquals(List.of("[container]"), complete("network connect --alias a shop "));
        assertEquals(List.of("[network]"), complete("run -p 80:80 --network "));
        assertEquals(List.of("--network=[network]sh"), complete("run --network=sh"));
        assertEquals(List.of("[image]ng"), complete("run -d ng"));
        assertEquals(List.of("[]"), complete("run --name "), "a new name is nobody's yet");
    }

    @Test
    void helpIsTheCommandsUsage() {
        assertTrue(line.help("network connect shop").contains("Plug a container into a network."));
        assertTrue(line.help("").contains("network"));
    }

    private List<String> complete(String typed) {
        return line.complete(typed, (kinds, begun) -> List.of(kinds + begun));
    }
}
