package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.display.Listing;
import porthole.engine.EngineFixture;
import porthole.engine.answer.Hit;
import porthole.engine.api.Notices;
import porthole.engine.container.Log;
import porthole.engine.container.Run;
import porthole.engine.format.Inspection;

/** Command lines on a real engine; what comes of them is compared with what the installed command line says. */
@Tag("engine")
class LinesTest {
    private final EngineFixture engine = new EngineFixture();
    private final DockerLine line = new DockerLine(engine.docker, Notices.none());
    private final String web = engine.name("web");
    private final String shop = engine.name("shop");

    LinesTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Object run(String typed) throws Exception {
        return line.run(typed);
    }

    private static String cli(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(words));
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.stripTrailing();
    }

    private String field(String name, String path) {
        return engine.docker.inspect(name).get(path).text();
    }

    @Test
    void whatTheProgramCreatesIsRemovedWithTheRest() throws Exception {
        String volume = engine.name("vol");
        run("volume create --label mine=yes " + volume);
        run("create --name " + web + " -v " + volume + ":/data porthole/nginx");
        assertEquals("yes", cli("volume", "inspect", "-f", "{{.Labels.mine}}", volume));
        assertEquals("created", field(web, "State.Status"));
        engine.docker.reset();
        assertEquals("", cli("ps", "-aq", "--filter", "name=" + web));
        assertEquals("", cli("volume", "ls", "-q", "--filter", "name=" + volume));
    }

    @Test
    void whatIsNotThereIsNoMistakeWithForce() throws Exception {
        run("run -d --name " + web + " porthole/nginx");
        run("rm -f " + engine.name("nope") + " " + web + " && docker network rm -f " + engine.name("nope"));
        assertEquals("", cli("ps", "-aq", "--filter", "name=" + web));
        assertThrows(Exception.class, () -> run("rm " + engine.name("nope")));
    }

    @Test
    void aSignalThatEndsNothingIsNotWaitedFor() throws Exception {
        run("run -d --name " + web + " porthole/nginx");
        run("kill --signal=HUP " + web);
        assertEquals("running", field(web, "State.Status"));
    }

    @Test
    void imagesAreListedByPatterns() throws Exception {
        String ids = cli("images", "porthole/*", "-q").lines().sorted().toList().toString();
        assertEquals(
                ids,
                String.valueOf(run("images 'porthole/*' -q"))
                        .lines()
                        .sorted()
                        .toList()
                        .toString());
        assertEquals("", run("images 'port*' -q"));
    }

    /** Engine 20.10 leaves it out of a log that is followed to the end. */
    @Test
    void aLastLineWithoutALineEndIsShown() throws Exception {
        for (String command : List.of("sleep 0.3; printf abc", "echo a; sleep 0.3; printf b; printf c >&2")) {
            Run run = (Run) run("run --rm porthole/tools sh -c '" + command + "'");
            assertEquals(
                    cli("run", "--rm", "porthole/tools", "sh", "-c", command),
                    run.result().orElseThrow().stdout());
        }
    }

    @Test
    void jqReadsWhatTheProgramPrints() throws Exception {
        run("run -d --name " + web + " porthole/nginx");
        assertEquals("/" + web, run("inspect " + web + " | jq -r '.[0].Name'"));
        assertEquals("2", run("inspect " + web + " bridge | jq length"));
    }

    @Test
    void aTemplateGivesWhatTheCommandLineGives() throws Exception {
        run("network create --subnet " + engine.subnet() + " " + shop);
        run("run -d --name " + web + " --network " + shop + " -p 127.0.0.1::80 -e A=1 -l x.y=z porthole/nginx");
        for (String template : List.of(
                "{{.Name}}",
                "{{.State.Status}} {{.State.Running}} {{.State.Pid}}",
                "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
                "{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{$v.Gateway}}{{println}}{{end}}",
                "{{json .Config.Labels}}",
                "{{index .Config.Labels \"x.y\"}}",
                "{{.Config.Env}}",
                "{{join .Config.Cmd \" \"}}",
                "{{len .Config.Env}}",
                "{{(index (index .NetworkSettings.Ports \"80/tcp\") 0).HostPort}}",
                "{{range $p, $conf := .NetworkSettings.Ports}}{{$p}} -> {{(index $conf 0).HostIp}}{{end}}",
                "{{.HostConfig.NetworkMode | upper}}",
                "{{printf \"%.12s\" .Id}}",
                "{{slice .Id 0 12}} {{truncate .Name 3}} [{{pad .Name 1 2}}]",
                "{{.Config.ExposedPorts}}",
                "{{.NetworkSettings.Ports}}",
                "{{.HostConfig.PortBindings}}",
                "{{.HostConfig.LogConfig}} {{.HostConfig.RestartPolicy}}",
                "{{.HostConfig.Dns}}",
                "{{.HostConfig.Sysctls}}",
                "{{.HostConfig.Init}}",
                "{{.State.Health}}",
                "{{.Config.Volumes}} {{.Config.Entrypoint}} {{.Config.Cmd}} {{.Mounts}}",
                "{{if .HostConfig.Privileged}}yes{{else}}no{{end}}",
                "{{printf \"%s|%d\" .ID .State.ExitCode}}",
                "{{.ID}}")) {
            assertEquals(
                    cli("inspect", "--format", template, web),
                    String.valueOf(run("inspect --format '" + template + "' " + web))
                            .stripTrailing(),
                    template);
        }
        assertEquals(
                cli("network", "inspect", "-f", "{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}", shop),
                run("network inspect -f '{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}' " + shop)
                        .toString()
                        .stripTrailing());
        assertEquals(
                cli("inspect", "--type", "image", "-f", "{{.Os}}", "porthole/nginx"),
                run("inspect --type=image -f {{.Os}} porthole/nginx"));
        assertEquals(2, ((Inspection) run("inspect " + web + " " + shop)).json().size());
    }

    @Test
    void everyLimitGoesWhereItBelongs(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("env"), "# colours\nCOLOUR=red\n\nSIZE=9\n");
        run("run -d --name " + web
                + " --memory 64m --cpus 0.5 --pids-limit 50 --ulimit nofile=100:200 --tmpfs /scratch:size=1m --shm-size 8m"
                + " --read-only --cap-drop NET_RAW --add-host shop:10.1.2.3 --dns 10.9.9.9 --dns-search example.test"
                + " --stop-signal SIGINT --stop-timeout 3 --group-add 7 --health-cmd 'true' --health-interval 1m30s"
                + " --mount type=volume,source=" + engine.name("vol") + ",target=/vol,readonly --log-opt max-size=1m"
                + " --log-driver json-file --restart on-failure:2 --init --env-file " + file
                + " --expose 99 --oom-score-adj 5 --sysctl net.ipv4.ip_default_ttl=60 --no-healthcheck=false"
                + " porthole/tools sleep infinity");
        assertEquals("67108864", field(web, "HostConfig.Memory"));
        assertEquals("500000000", field(web, "HostConfig.NanoCpus"));
        assertEquals("50", field(web, "HostConfig.PidsLimit"));
        assertEquals("200", field(web, "HostConfig.Ulimits[0].Hard"));
        assertEquals("size=1m", field(web, "HostConfig.Tmpfs./scratch"));
        assertEquals("8388608", field(web, "HostConfig.ShmSize"));
        assertEquals("true", field(web, "HostConfig.ReadonlyRootfs"));
        assertEquals("SIGINT", field(web, "Config.StopSignal"));
        assertEquals("3", field(web, "Config.StopTimeout"));
        assertEquals("90000000000", field(web, "Config.Healthcheck.Interval"));
        assertEquals("CMD-SHELL", field(web, "Config.Healthcheck.Test[0]"));
        assertEquals("false", field(web, "Mounts[0].RW"));
        assertEquals("1m", field(web, "HostConfig.LogConfig.Config.max-size"));
        assertEquals("2", field(web, "HostConfig.RestartPolicy.MaximumRetryCount"));
        assertEquals("red\n", engine.docker.exec(web, "printenv COLOUR").stdout());
        assertTrue(engine.docker.exec(web, "cat /etc/hosts").stdout().contains("10.1.2.3\tshop"));
        assertTrue(engine.docker.exec(web, "cat /etc/resolv.conf").stdout().contains("search example.test"));
        assertTrue(engine.docker
                .exec(web, "cat /proc/sys/net/ipv4/ip_default_ttl")
                .stdout()
                .startsWith("60"));
        assertTrue(engine.commands.stream().anyMatch(c -> c.contains("--memory 64m")), engine.commands::toString);
    }

    @Test
    void severalNetworksAreAllJoined() throws Exception {
        run("network create --subnet " + engine.subnet() + " --aux-address router=" + engine.address(9) + " " + shop);
        run("run -d --name " + web + " --network name=" + shop + ",alias=till,ip=" + engine.address(7)
                + " --network bridge porthole/nginx");
        assertEquals(engine.address(7), field(web, "NetworkSettings.Networks." + shop + ".IPAddress"));
        assertEquals(
                2,
                engine.docker
                        .inspect(web)
                        .get("NetworkSettings.Networks")
                        .json()
                        .size());
        assertEquals(
                engine.address(9),
                engine.docker
                        .network
                        .inspect(shop)
                        .get("IPAM.Config[0].AuxiliaryAddresses.router")
                        .text());
        Object said = run("run --rm --network " + shop + " --network bridge porthole/tools sh -c 'ls /sys/class/net'");
        assertTrue(said.toString().contains("eth1"), "in the foreground, too: " + said);
    }

    @Test
    void execTakesItsFlags() throws Exception {
        run("run -d --name " + web + " porthole/tools sleep infinity");
        assertEquals("/tmp", run("exec -w /tmp " + web + " pwd").toString());
        assertEquals("b", run("exec -e A=b " + web + " printenv A").toString());
        assertEquals("7", run("exec -u 7 " + web + " id -u").toString());
        assertTrue(run("exec -t " + web + " test -t 1").toString().isEmpty());
        assertTrue(run("exec " + web + " test -t 1").toString().contains("1"));
        run("exec -d " + web + " sh -c 'echo done > /proc/1/fd/1'");
        Log log = (Log) run("logs --tail all " + web);
        for (int i = 0; i < 100 && log.text().isEmpty(); i++) {
            log = (Log) run("logs -n 5 " + web);
        }
        assertEquals("done\n", log.text());
        assertTrue(((Log) run("logs -t --since 10m " + web)).text().matches("\\d{4}-.*Z done\n"));
        assertEquals("", ((Log) run("logs --until 10m " + web)).text());
    }

    @Test
    void listsAreFiltered() throws Exception {
        run("run -d --name " + web + " -l floor=" + engine.prefix + " porthole/nginx");
        run("run --name " + shop + " -l floor=" + engine.prefix + " porthole/tools true");
        assertEquals(1, ((Listing<?>) run("ps -f label=floor=" + engine.prefix)).size());
        assertEquals(2, ((Listing<?>) run("ps -a --filter label=floor=" + engine.prefix)).size());
        assertEquals(1, ((Listing<?>) run("ps -f status=exited -f label=floor=" + engine.prefix)).size());
        assertEquals(
                cli("ps", "-aq", "-f", "label=floor=" + engine.prefix), run("ps -aq -f label=floor=" + engine.prefix));
        assertEquals(cli("ps", "-lq"), run("ps -lq"));
        String handed =
                run("ps -a --format '{{.Names}} {{.Image}}' -f name=" + web).toString();
        assertEquals(web + " porthole/nginx", handed.strip());
        assertTrue(((Listing<?>) run("images porthole/nginx")).size() >= 1);
        assertEquals("2", run("ps -a -f label=floor=" + engine.prefix + " | grep " + engine.prefix + " | wc -l"));
    }

    @Test
    void aHitInAnInspectionHasItsPath() throws Exception {
        run("run -d --name " + web + " porthole/nginx");
        Listing<?> hits = (Listing<?>) run("inspect " + web + " | grep -i ipaddress");
        assertTrue(hits.stream().anyMatch(h -> ((Hit) h).path().equals("NetworkSettings.Networks.bridge.IPAddress")));
        assertEquals(0, ((Listing<?>) run("inspect " + web + " | grep ipaddress")).size());
        Listing<?> either = (Listing<?>) run("inspect " + web + " | grep -E '\"(Gateway|MacAddress)\"'");
        assertTrue(either.size() >= 2);
        assertTrue(
                run("inspect " + web + " | grep -A 1 '\"bridge\"'").toString().contains("IPAMConfig"));
    }

    @Test
    void containersAreEndedAsAsked() throws Exception {
        run("run -d --name " + web
                + " --stop-timeout 60 porthole/tools bash -c 'trap \"\" TERM; while :; do sleep 0.1; done'");
        // Before runc's own program has become bash, it ends with code 2 at SIGTERM.
        run("exec " + web + " bash -c 'until grep -q ^bash /proc/1/cmdline; do :; done'");
        run("stop -t 0 " + web);
        assertEquals("137", field(web, "State.ExitCode"));
        run("start " + web);
        run("rename " + web + " " + shop);
        run("pause " + shop);
        assertEquals("paused", field(shop, "State.Status"));
        run("unpause " + shop);
        run("kill -s KILL " + shop);
        run("rm -v " + shop);
        assertNotNull(
                assertThrows(Exception.class, () -> run("inspect " + shop)).getMessage());
        run("run -d --name " + web + " -p 127.0.0.1::80 porthole/nginx");
        assertEquals(cli("port", web, "80"), run("port " + web + " 80"));
        assertFalse(run("port " + web).toString().isEmpty());
    }
}
