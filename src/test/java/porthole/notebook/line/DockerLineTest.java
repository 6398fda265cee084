package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.flag.ComposeFlags;
import porthole.engine.flag.Flag;
import porthole.engine.flag.FlagTable;
import porthole.engine.owner.Owner;

/** The grammar alone: nothing here gets as far as an engine. */
class DockerLineTest {
    private final DockerLine line =
            new DockerLine(Docker.connect(Notices.none(), Owner.ofThisProcess("test")), Notices.none());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "run --platform linux/arm64 nginx; --platform is not understood here",
                "run --gpsu all nginx; \"--gpsu\" is not a flag of docker run",
                "run --memory lots nginx; \"lots\" is not a valid value for --memory",
                "run --network name=shop,mtu=9 nginx; \"mtu=9\" in --network",
                "exec --detach-keys ctrl-p test ls; no terminal",
                "network create --subnet 10.9.0.0/24 --gateway 10.9.0.1 --gateway 10.9.0.2 n; are both in the subnet 10.9.0.0/24",
                "network create --subnet 10.9.0.0/24 --ip-range 10.9.0.0/28 --ip-range 10.9.0.64/28 n; a subnet has one --ip-range",
                "network create --subnet 10.9.0.0/24 --aux-address a=10.8.0.1 n; a=10.8.0.1",
                "network create --subnet 10.9.0.0/24 --subnet 10.9.0.0/25 n; overlap",
                "network create --label =x n; is not a valid value for --label",
                "network create --gateway nonsense --subnet 10.9.0.0/24 n; is not a valid value for --gateway",
                "network create --ip-range 10.9.0.0/8 --subnet 10.9.0.0/24 n; 10.9.0.0/8",
                "network prune --filter until; key=value",
                "run --dns nonsense nginx; is not a valid value for --dns",
                "run --label 'x y=z' nginx; is not a valid value for --label",
                "run --label =x nginx; is not a valid value for --label",
                "run -e =x nginx; is not a valid environment variable",
                "run --mac-address nonsense nginx; is not a valid MAC address",
                "run --restart sometimes nginx; is not a restart policy",
                "run --rm --restart always nginx; exclude each other",
                "run --add-host db nginx; is not a valid entry for --add-host",
                "run --pull often nginx; is not a value for --pull",
                "run --network a --network host nginx; cannot be on \"a\" and \"host\" together",
                "stats; with --no-stream it shows one moment",
                "container stats web; --no-stream",
                "compose up; There is no Compose file (compose.yaml, compose.yml",
                "compose down; %docker-compose -f FOLDER/compose.yaml down",
                "events; give an end",
                "attach web; no terminal to attach",
                "logs -n many web; \"many\" is not a number of lines",
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
                "swarm init --autolock; \"--autolock\" is not a flag of docker swarm init",
                "swarm join --token SWMTKN; HOST:PORT",
                "swarm join 10.77.0.1:2377; --token",
                "swarm join-token boss; is not a valid role in a swarm",
                "service create --mode often nginx; is not a mode that a service has",
                "service create --mode global --replicas 2 nginx; --mode global each host runs one task",
                "service create --restart-condition often nginx; is not a valid condition for a restart",
                "run -p 99999:80 nginx; 99999",
                "run --ip 1.2 nginx; is not a valid value for --ip",
                "run --network name=a,ip=1.2 nginx; 1.2",
                "network create --subnet 10.9.0.0/99 n; 10.9.0.0/99",
                "ps --filter nonsense; nonsense",
                "ps | grep '['; [",
                "service create --name web; IMAGE",
                "service create --secret key nginx; \"--secret\" is not a flag of docker service create",
                "service rm; SERVICE",
                "exec test sh -c \"curl; never closed",
                "ps && run -d nginx; after && ",
                "ps | xargs docker rm; docker.stop(c.name())",
                "ps | awk '{print $1}'; %%sh",
                "ps | grep a b; one word to look for",
                "ps > file; %%sh",
                "rm $(docker ps -aq); ${name}",
                "network ls && podman ps; is not docker",
                "save porthole/nginx; -o FILE.tar",
                "image save porthole/nginx; -o FILE.tar",
                "export web; -o FILE.tar",
                "cp web:/etc -; archive",
            })
    void aLineThatCannotBeReadSaysWhyInBothLanguages(String typed, String sentence) {
        var mistake = assertThrows(Exception.class, () -> line.run(typed));
        assertTrue(mistake.getMessage().contains(sentence), mistake.getMessage());
        Language.use(Language.JAPANESE);
        try {
            String japanese =
                    assertThrows(Exception.class, () -> line.run(typed)).getMessage();
            assertTrue(japanese.matches("(?s).*[ぁ-ん].*"), japanese);
            assertFalse(japanese.contains(sentence) && sentence.contains(" is "), japanese);
        } finally {
            Language.use(Language.ENGLISH);
        }
    }

    @Test
    void anUnknownFlagGetsTheOneThatWasMeantAndNotAHundredOthers() {
        String many = mistake("run --memori=9m nginx");
        assertTrue(many.contains("Did you mean \"--memory\"? \"%docker run --help\" lists its flags."), many);
        assertFalse(many.contains("--publish"), many);
        String few = mistake("network rm --forse shop");
        assertTrue(few.contains("Its flags: "), few);
    }

    private String mistake(String typed) {
        return assertThrows(Exception.class, () -> line.run(typed)).getMessage();
    }

    @Test
    void commandsAndOptionsAreCompleted() {
        assertEquals(List.of("network"), complete("net"));
        assertEquals(List.of("network"), complete("ps && docker net"));
        assertEquals(List.of("connect", "create"), complete("exec web sh -c 'a; b' ; docker network c"));
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
        assertTrue(line.help("network connect shop").contains("Connect a container to a network."));
        assertTrue(line.help("").contains("network"));
        assertTrue(
                line.help("run").matches("(?s).*\\s-m, --memory=size\\s+How much memory [^-]*\"64m\".*"),
                line.help("run"));
        assertTrue(
                line.help("run").lines().anyMatch(l -> l.matches("\\s+-d, --detach\\[=true\\|false\\]\\s.*")),
                line.help("run"));
    }

    @Test
    void aUsageNamesTheCommandAsItIsTyped() throws Exception {
        String usage = String.valueOf(line.run("container prune --help"));
        assertTrue(usage.startsWith("Usage: docker container prune ["), usage);
        assertTrue(usage.endsWith("!docker container prune --help"), usage);
    }

    @Test
    void everyCommandHasHelpInBothLanguages() throws Exception {
        for (String command : line.grammar().commands()) {
            String english = String.valueOf(line.run(command + " --help"));
            assertTrue(english.contains("Usage: docker"), english);
            Language.use(Language.JAPANESE);
            try {
                String japanese = String.valueOf(line.run(command + " --help"));
                assertTrue(japanese.contains("使い方：docker"), japanese);
                assertTrue(japanese.replaceAll("(?m)^使い方.*|^コマンド.*", "").matches("(?s).*[ぁ-ん].*"), japanese);
            } finally {
                Language.use(Language.ENGLISH);
            }
        }
    }

    /** Beside the tables nothing says what a flag is for; a text that no flag has would be said to nobody. */
    @Test
    void everyFlagIsDescribedInBothLanguagesAndNothingElseIs() {
        List<FlagTable> tables = new ArrayList<>(List.of(ComposeFlags.COMPOSE));
        line.grammar()
                .commands()
                .forEach(c -> tables.add(line.grammar().table(c).orElseThrow()));
        Set<String> used = new TreeSet<>(Set.of("flag.help"));
        for (Language language : List.of(Language.ENGLISH, Language.JAPANESE)) {
            Language.use(language);
            try {
                Set<String> described = keys();
                for (FlagTable table : tables) {
                    for (Flag flag : table.flags()) {
                        String text = LineHelp.of(table, flag);
                        assertEquals(language == Language.JAPANESE, text.matches("(?s).*[ぁ-んァ-ヶ一-龠].*"), text);
                        String own = "flag." + table.command().replace(' ', '.')
                                + flag.name().substring(1).replaceFirst("^-", ".");
                        used.add(
                                described.contains(own)
                                        ? own
                                        : "flag." + flag.name().substring(2));
                    }
                }
                assertEquals(used, described);
            } finally {
                Language.use(Language.ENGLISH);
            }
        }
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(LineHelp.descriptions().keySet());
        keys.removeIf(key -> !key.startsWith("flag."));
        return keys;
    }

    @Test
    void everyCommandIsDescribedInBothLanguages() {
        for (Language language : List.of(Language.ENGLISH, Language.JAPANESE)) {
            Language.use(language);
            try {
                List<String> words =
                        new ArrayList<>(List.of("compose", "network", "volume", "swarm", "node", "service"));
                words.addAll(line.grammar().commands());
                for (String command : words) {
                    String key = "docker." + command.replace(' ', '.') + ".usage.description";
                    String text = LineHelp.descriptions().getString(key);
                    assertEquals(language == Language.JAPANESE, text.matches("(?s).*[ぁ-ん].*"), text);
                }
            } finally {
                Language.use(Language.ENGLISH);
            }
        }
    }

    @Test
    void onlyTheCommandThatIsTypedIsBuilt() {
        CommandLine built = line.grammar().reading(List.of("network", "connect", "shop", "web"));
        assertEquals(Set.of("network"), built.getSubcommands().keySet());
        assertEquals(
                Set.of("connect"),
                built.getSubcommands().get("network").getSubcommands().keySet());
        assertEquals(
                Set.of(),
                line.grammar().reading(List.of("plugin", "ls")).getSubcommands().keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "stop -t soon web; \"soon\" is not a valid value for --timeout",
                "ps --last few; \"few\" is not a valid value for --last",
                "service create --replicas many nginx; \"many\" is not a valid value for --replicas",
                "swarm init --data-path-port x; \"x\" is not a valid value for --data-path-port",
                "ps --all=perhaps; not a valid value for --all",
            })
    void aValueIsCheckedByItsKindWhateverTheCommand(String typed, String sentence) {
        var mistake = assertThrows(Exception.class, () -> line.run(typed));
        assertTrue(mistake.getMessage().contains(sentence), mistake.getMessage());
    }

    private List<String> complete(String typed) {
        return line.complete(typed, (kinds, begun) -> List.of(kinds + begun));
    }
}
