package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.flag.FlagTable;
import porthole.engine.owner.Owner;

/** Every flag of the installed command line is understood, handed on, or refused by name; none is silently ignored. */
@Tag("engine")
class FlagsTest {
    private static final Pattern FLAG = Pattern.compile("^ +(?:(-\\w), )?(--[a-z0-9-]+)\\b.*");

    private final DockerLine line =
            new DockerLine(Docker.connect(Notices.none(), Owner.ofThisProcess("test")), Notices.none());

    FlagsTest() {
        Language.use(Language.ENGLISH);
    }

    private static Set<String> flags(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(Arrays.asList(command.split(" ")));
        words.add("--help");
        Process help = new ProcessBuilder(words).redirectErrorStream(true).start();
        Set<String> flags = new TreeSet<>();
        String text = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        for (String each : text.substring(text.indexOf("Usage:")).lines().toList()) {
            Matcher flag = FLAG.matcher(each);
            if (flag.matches() && !flag.group(2).equals("--help")) {
                flags.add(flag.group(2));
                if (flag.group(1) != null) {
                    flags.add(flag.group(1));
                }
            }
        }
        return flags;
    }

    private FlagTable table(String command) {
        return line.grammar().table(command).orElseThrow(() -> new AssertionError(command));
    }

    private Set<String> understood(String command) {
        Set<String> names = new TreeSet<>();
        table(command).flags().forEach(flag -> names.addAll(flag.names()));
        return names;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "ps",
                "inspect",
                "exec",
                "logs",
                "stop",
                "start",
                "restart",
                "kill",
                "rm",
                "port",
                "rename",
                "pause",
                "unpause",
                "images",
                "pull",
                "info",
                "version",
                "network ls",
                "network create",
                "network rm",
                "network inspect",
                "network connect",
                "network disconnect",
                "network prune",
                "create",
                "wait",
                "top",
                "stats",
                "diff",
                "update",
                "commit",
                "tag",
                "rmi",
                "volume ls",
                "volume create",
                "volume inspect",
                "volume rm",
                "volume prune"
            })
    void everyFlagOfTheCommandLineHasAFate(String command) throws IOException {
        Set<String> lost = new TreeSet<>();
        for (String flag : flags(command)) {
            int fates = (understood(command).contains(flag) ? 1 : 0)
                    + (Flags.handed(table(command), flag) ? 1 : 0)
                    + (Flags.refusal(table(command), flag).isPresent() ? 1 : 0);
            if (fates != 1) {
                lost.add(flag + " (" + fates + ")");
            }
        }
        assertEquals(Set.of(), lost);
    }

    private static List<String> commands(String of) throws IOException {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(of.isEmpty() ? List.of() : Arrays.asList(of.split(" ")));
        words.add("--help");
        Process help = new ProcessBuilder(words).redirectErrorStream(true).start();
        String text = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        boolean listed = false;
        for (String each : text.lines().toList()) {
            listed = each.isBlank() ? false : listed || each.endsWith("Commands:");
            Matcher command = Pattern.compile("^  ([a-z][a-z-]*)\\*? .*").matcher(each);
            if (listed && command.matches()) {
                found.add((of + " " + command.group(1)).strip());
            }
        }
        return found;
    }

    /** A command that is not in this grammar at all is handed over whole; one that is must know each of its flags. */
    @Test
    void everyCommandOfTheProgramHasAFate() throws IOException {
        List<String> all = new ArrayList<>(commands(""));
        for (String group : List.of("network", "volume", "swarm", "node", "service")) {
            all.addAll(commands(group));
        }
        Set<String> lost = new TreeSet<>();
        for (String command : all) {
            if (!isKnown(command)) {
                continue;
            }
            for (String flag : flags(command)) {
                boolean fate = understood(command).contains(flag)
                        || Flags.handed(table(command), flag)
                        || Flags.refusal(table(command), flag).isPresent();
                if (!fate && !saysItsName(command, flag)) {
                    lost.add(command + " " + flag);
                }
            }
        }
        assertTrue(all.size() > 60, all::toString);
        assertEquals(Set.of(), lost);
    }

    private boolean isKnown(String command) {
        return line.grammar().table(command).isPresent();
    }

    /** Of the swarm's commands further flags are refused by a sentence that names them. */
    private boolean saysItsName(String command, String flag) {
        try {
            line.run(command + " " + flag + "=x " + (command.equals("swarm join") ? "--token x " : "") + "one");
            return false;
        } catch (Exception e) {
            String said = String.valueOf(e.getMessage());
            return said.contains("\"" + flag) && said.contains("flag of docker " + command);
        }
    }

    @Test
    void theCommandLinesHelpIsReadWhole() throws IOException {
        assertTrue(flags("run").containsAll(Set.of("--add-host", "-w", "--workdir", "--health-cmd")), () -> "run");
        assertTrue(flags("run").size() > 100);
    }

    @Test
    void everyRefusalSaysWhatToUseInstead() {
        int refused = 0;
        for (String command : line.grammar().commands()) {
            for (String flag : table(command).refused().keySet()) {
                String sentence = Flags.refusal(table(command), flag).orElseThrow();
                assertTrue(sentence.contains(flag) && sentence.endsWith("."), sentence);
                refused++;
            }
        }
        assertTrue(refused > 20, "only " + refused);
    }
}
