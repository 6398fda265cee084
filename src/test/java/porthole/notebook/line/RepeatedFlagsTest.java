package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.display.Language;
import porthole.engine.EngineFixture;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.flag.Flag;
import porthole.engine.flag.RunFlags;

/** Each line is run by Porthole and by the installed program from the same state; what the engine then has is compared. */
@Tag("engine")
class RepeatedFlagsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EngineFixture engine = new EngineFixture();
    private final DockerLine line = new DockerLine(engine.docker, Notices.none());
    private final List<String> theirs = new ArrayList<>();

    RepeatedFlagsTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() throws Exception {
        for (String name : theirs) {
            program("rm", "-f", "-v", name);
        }
        engine.close();
    }

    private static String program(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    private static JsonNode inspected(String name) throws Exception {
        return MAPPER.readTree(program("inspect", name)).path(0);
    }

    private static JsonNode at(JsonNode tree, String path) {
        JsonNode at = tree;
        for (String step : path.split("\\.")) {
            at = at.path(step);
        }
        return at;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--ulimit nofile=100:200 --ulimit nproc=50; HostConfig.Ulimits",
                "--group-add 10 --group-add 20; HostConfig.GroupAdd",
                "--dns-search a.example --dns-search b.example; HostConfig.DnsSearch",
                "--dns 9.9.9.9 --dns 8.8.8.8; HostConfig.Dns",
                "--dns-option ndots:2 --dns-opt timeout:1; HostConfig.DnsOptions",
                "--tmpfs /one --tmpfs /two:size=1m; HostConfig.Tmpfs",
                "--device /dev/null:/dev/one --device /dev/zero:/dev/two:r; HostConfig.Devices",
                "--log-opt max-size=1m --log-opt max-file=2; HostConfig.LogConfig",
                "--cap-add NET_ADMIN --cap-add SYS_TIME --cap-drop MKNOD; HostConfig.CapAdd",
                "--sysctl net.ipv4.ip_forward=1 --sysctl net.core.somaxconn=99; HostConfig.Sysctls",
                "--add-host a:1.2.3.4 --add-host b=1.2.3.5 --add-host c:[::1]; HostConfig.ExtraHosts",
                "--security-opt no-new-privileges --security-opt label=disable; HostConfig.SecurityOpt",
                "-e A=1 -e B=2 --env C=3; Config.Env",
                "-l a=1 -l b --label c=x=y; Config.Labels",
                "-p 127.0.0.1::80 -p 127.0.0.1::81/udp -p target=82 --expose 90; HostConfig.PortBindings",
                "--memory 64m --memory-swap 128m --cpus 0.5 --pids-limit 9; HostConfig.Memory",
                "--memory 64m --memory 32m; HostConfig.Memory",
                "--health-cmd true --health-interval 5s --health-retries 2; Config.Healthcheck",
                "--read-only=false --init=true; HostConfig.Init",
                "--read-only=f --init=1 --rm=0; HostConfig.ReadonlyRootfs",
                "--mount type=tmpfs,target=/a,tmpfs-size=1m --mount type=tmpfs,dst=/b,tmpfs-mode=700; HostConfig.Mounts",
                "--restart on-failure:3; HostConfig.RestartPolicy",
                "--entrypoint sleep --stop-signal INT --stop-timeout 1; Config.StopSignal",
            })
    void whatTheProgramMakesPortholeMakesToo(String flags, String path) throws Exception {
        String ours = engine.name("ours");
        String other = engine.name("theirs");
        theirs.add(other);
        line.run("run -d --name " + ours + " " + flags + " porthole/nginx");
        List<String> words = new ArrayList<>(List.of("run", "-d", "--name", other));
        words.addAll(List.of(flags.split(" ")));
        words.add("porthole/nginx");
        String said = program(words.toArray(String[]::new));
        assertTrue(said.matches("(?s).*[0-9a-f]{64}"), said);
        assertEquals(plain(at(inspected(other), path)), plain(at(inspected(ours), path)), flags);
    }

    /** Without Porthole's own labels; an engine writes nothing, null and an empty list for the same. */
    private static String plain(JsonNode node) {
        JsonNode copy = node.deepCopy();
        if (copy instanceof com.fasterxml.jackson.databind.node.ObjectNode labels) {
            labels.remove(List.of("porthole.session", "porthole.notebook", "porthole.kernel", "porthole.made"));
        }
        if (copy.isArray()) {
            List<String> items = new ArrayList<>();
            copy.forEach(item -> items.add(item.toString()));
            return items.stream().sorted().toList().toString();
        }
        return copy.isNull() || copy.isEmpty() && copy.isObject() ? "none" : copy.toString();
    }

    @Test
    void aFlagThatRepeatsInTheProgramRepeatsHere() throws Exception {
        Set<String> single = new TreeSet<>();
        String help = program("run", "--help");
        for (Flag flag : RunFlags.TABLE.flags()) {
            boolean many = help.lines()
                    .anyMatch(l -> l.matches("\\s+(-\\w, )?" + flag.name() + " (list|map|ulimit|mount|network)\\b.*"));
            // The program leaves out of its help what this engine does not know yet.
            if (many != flag.repeats() && help.contains(flag.name() + " ")) {
                single.add(flag.name());
            }
        }
        assertEquals(Set.of(), single);
    }

    @Test
    void aContainerIsRunOnSeveralNetworksWithWhatItIsOnEach() throws Exception {
        String front = engine.name("front");
        String back = engine.name("back");
        String base = engine.subnet().replace(".0/24", "");
        line.run("network create --subnet " + base + ".0/25 " + front);
        line.run("network create --subnet " + base + ".128/25 " + back);
        String web = engine.name("web");
        line.run("run -d --name " + web + " --network name=" + front + ",ip=" + base + ".9,alias=one --network name="
                + back + ",ip=" + base + ".200,alias=two,alias=three porthole/nginx");
        JsonNode networks = at(inspected(web), "NetworkSettings.Networks");
        assertEquals(base + ".9", networks.path(front).path("IPAddress").asText());
        assertEquals(base + ".200", networks.path(back).path("IPAddress").asText());
        assertTrue(networks.path(back).path("Aliases").toString().contains("\"two\",\"three\""), networks::toString);
        assertEquals(2, networks.size());
        String typed = engine.name("typed");
        engine.docker.run(
                EngineFixture.NGINX,
                c -> c.name(typed)
                        .network(front, n -> n.alias("till").ip(base + ".10"))
                        .network(back));
        assertTrue(
                engine.commands.stream().anyMatch(c -> c.contains("--network name=" + front + ",alias=till,ip=")),
                () -> engine.commands.toString());
        assertEquals(2, at(inspected(typed), "NetworkSettings.Networks").size());
    }

    @Test
    void aSignalThatDoesNotEndAContainerIsNotWaitedFor() throws Exception {
        String web = engine.name("web");
        line.run("run -d --name " + web + " porthole/nginx");
        long begun = System.nanoTime();
        line.run("kill --signal=HUP " + web);
        assertTrue(System.nanoTime() - begun < 8_000_000_000L, "a HUP ends nginx not, and nobody waits for its end");
        assertTrue(at(inspected(web), "State.Running").asBoolean());
    }

    @Test
    void aForcedRemovalOfANetworkTakesNamesAndIds() throws Exception {
        String shop = engine.name("shop");
        line.run("network create " + shop);
        String id = inspectedNetwork(shop);
        line.run("network rm -f " + id.substring(0, 12));
        assertFalse(program("network", "ls", "--no-trunc", "-q").contains(id));
        line.run("network rm -f " + shop);
        assertThrows(EngineException.class, () -> line.run("network rm " + shop));
    }

    private static String inspectedNetwork(String name) throws Exception {
        return MAPPER.readTree(program("network", "inspect", name))
                .path(0)
                .path("Id")
                .asText();
    }

    @Test
    void aNetworkTakesTheSettingsOfAnother() throws Exception {
        String plan = engine.name("plan");
        String shop = engine.name("shop");
        line.run("network create --config-only --subnet " + engine.subnet() + " " + plan);
        line.run("network create --config-from " + plan + " " + shop);
        JsonNode made = MAPPER.readTree(program("network", "inspect", shop)).path(0);
        assertEquals(
                engine.subnet(),
                made.path("IPAM").path("Config").path(0).path("Subnet").asText());
        assertEquals(plan, made.path("ConfigFrom").path("Network").asText());
        assertTrue(made.path("Labels").has("porthole.session"), made::toString);
        engine.docker.reset();
        assertEquals("", program("network", "ls", "-q", "--filter", "name=" + shop));
    }

    @Test
    void aMountsVolumeHasTheLabelsAndOptionsThatTheMountGivesIt() throws Exception {
        String data = engine.name("data");
        line.run("run -d --name " + engine.name("web") + " --mount type=volume,src=" + data
                + ",dst=/data,volume-label=a=b,volume-opt=type=tmpfs,volume-opt=device=tmpfs porthole/nginx");
        JsonNode volume = MAPPER.readTree(program("volume", "inspect", data)).path(0);
        assertEquals("b", volume.path("Labels").path("a").asText());
        assertTrue(volume.path("Labels").has("porthole.session"), volume::toString);
        assertEquals("tmpfs", volume.path("Options").path("type").asText());
    }
}
