package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.answer.Hit;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Notices;
import porthole.engine.container.Run;
import porthole.engine.flag.All;
import porthole.engine.flag.Force;
import porthole.engine.format.Inspection;
import porthole.engine.owner.Owner;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Port;

@Tag("engine")
class ContainersTest extends EngineSetup {
    private boolean exists(String name) {
        return docker.ps(All.ALL).stream().anyMatch(c -> c.name().equals(name));
    }

    @Test
    void aContainerRunsWithWhatItWasTold() throws IOException {
        int port = freePort();
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        Run run = docker.run(
                EngineFixture.NGINX,
                c -> c.name(engine.name("web"))
                        .network(engine.name("shop"))
                        .networkAlias("till")
                        .ip(engine.address(7))
                        .hostname("till-host")
                        .env("COLOUR", "red blue")
                        .label("floor", "2")
                        .publish("127.0.0.1:" + port + ":80")
                        .rm());
        Container web = run.container();
        assertEquals("running", web.state());
        assertEquals(new NetworkMode.Named(engine.name("shop")), web.mode());
        assertEquals(
                "127.0.0.1:" + port + "->80/tcp", docker.port(web.name()).get(0).toString());
        assertEquals(Optional.of(engine.address(7)), web.endpoints().get(0).address());
        assertEquals("till-host", docker.exec(web.name(), "hostname").stdout().strip());
        assertEquals("red blue\n", docker.exec(web.name(), "printenv COLOUR").stdout());
        assertEquals("a  b\n", docker.exec(web.name(), "printf", "%s\n", "a  b").stdout());
        assertEquals("2", web.labels().get("floor"));
        assertTrue(engine.commands.stream().anyMatch(line -> line.contains("--env 'COLOUR=red blue'")));
        assertEquals(List.of(web.name()), docker.stop(web.name()));
    }

    @Test
    void inTheForegroundTheResultIsWhatItSaid() {
        Run run = docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("say"))
                        .rm()
                        .foreground()
                        .command("sh", "-c", "echo out; echo err >&2; exit 3"));
        ExecResult result = run.result().orElseThrow();
        assertEquals("out\n", result.stdout());
        assertEquals("err\n", result.stderr());
        assertEquals("out\nerr\nexit code 3", result.text());
        assertFalse(exists(engine.name("say")));
    }

    @Test
    void aShellWithoutInputEndsAtOnceAndIsExplained() {
        Run run = docker.run(EngineFixture.TOOLS, c -> c.name(engine.name("shell")));
        assertEquals("exited", run.container().state());
        assertTrue(engine.notes.get(0).contains("has ended at once"), engine.notes.toString());
    }

    @Test
    void aShellWithATerminalStaysForExec() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("test"))
                        .rm()
                        .interactive()
                        .tty()
                        .foreground()
                        .command("sh"));
        assertTrue(engine.notes.get(0).contains("runs detached"));
        assertTrue(docker.exec(engine.name("test"), "true").success());
        assertInstanceOf(
                NetworkMode.DefaultBridge.class,
                docker.snapshot().container(engine.name("test")).orElseThrow().mode());
    }

    @Test
    void aCurlThatFailsSaysWhy() {
        String test = engine.idle("test").name();
        ExecResult name = docker.exec(test, "curl -sS nobody-of-this-name:80");
        assertEquals(6, name.exitCode());
        assertTrue(name.text().contains("exit code 6: the name could not be resolved"), name.text());
        assertEquals(7, docker.exec(test, "curl -sS 127.0.0.1:9").exitCode());
        assertEquals(127, docker.exec(test, "no-such-program").exitCode());
        assertEquals(
                "There is no program \"no-such-program\" in this container.",
                docker.exec(test, "no-such-program").stderr());
    }

    @Test
    void inspectIsSearchedWithPaths() {
        String test = engine.idle("test").name();
        Inspection inspection = docker.inspect(test);
        List<Hit> hits = inspection.grep("ipaddress");
        assertTrue(hits.stream().anyMatch(h -> h.path().equals("NetworkSettings.Networks.bridge.IPAddress")));
        assertTrue(hits.stream().anyMatch(h -> h.line().startsWith("\"IPAddress\": \"172.")), hits.toString());
        assertTrue(inspection
                .get("NetworkSettings.Networks.bridge.IPAddress")
                .text()
                .startsWith("172."));
        assertEquals("running", inspection.get("State.Status").text());
        assertTrue(refusal(() -> inspection.get("State.Nothing")).startsWith("No \"State.Nothing\""));
        assertEquals("bridge", docker.inspect("bridge").get("Name").text());
        assertTrue(refusal(() -> docker.inspect("brigde")).endsWith("Did you mean \"bridge\"?"));
    }

    @Test
    void logsHaveBothStreams() {
        String say = docker.run(
                        EngineFixture.TOOLS,
                        c -> c.name(engine.name("say"))
                                .foreground()
                                .command("sh", "-c", "echo one; echo two >&2; sleep 0.3; echo three"))
                .name();
        assertEquals(List.of("three"), docker.logs(say, 1).lines());
        assertEquals("one\nthree\n", docker.logs(say).stdout());
        assertEquals(3, docker.logs(say).lines().size());
    }

    @Test
    void aContainerIsStoppedStartedKilledAndRemoved() {
        String test = engine.idle("test").name();
        assertTrue(refusal(() -> docker.rm(test)).contains("is running. Stop it first"));
        docker.kill(test);
        assertEquals("exited", docker.snapshot().container(test).orElseThrow().state());
        assertTrue(refusal(() -> docker.exec(test, "ls")).contains("is not running (exited)"));
        assertTrue(refusal(() -> docker.kill(test)).contains("is not running (exited)"));
        docker.start(test);
        assertTrue(docker.snapshot().container(test).orElseThrow().running());
        assertEquals(List.of(test), docker.rm(Force.FORCE, test));
        assertFalse(exists(test));
    }

    @Test
    void whatHostModeDiscardsIsWarnedOf() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("host"))
                        .network("host")
                        .publish("82:80")
                        .command("sleep", "infinity"));
        assertEquals(List.of("Published ports are discarded when using host network mode"), engine.warnings);
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("none"))
                        .network("none")
                        .publish("80:80")
                        .command("sleep", "infinity"));
        assertTrue(engine.warnings.get(1).contains("no way in"));
    }

    @Test
    void aHostContainerShowsThePortsOnWhichItListens() throws IOException {
        int port = freePort();
        int others = freePort();
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("other"))
                        .network("host")
                        .command("nc", "-l", "-k", "-p", String.valueOf(others)));
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("host"))
                        .network("host")
                        .expose(String.valueOf(port), String.valueOf(others), port + "/udp")
                        .command("nc", "-l", "-k", "-p", String.valueOf(port)));
        Container host = docker.snapshot().container(engine.name("host")).orElseThrow();
        assertEquals(List.of(Port.tcp(port)), host.listening());
        assertTrue(refusal(() -> docker.run(EngineFixture.NGINX, c -> c.publish(port + ":80")))
                .contains("is taken by container \"" + engine.name("host") + "\""));
        assertTrue(host.endpoints().isEmpty());
    }

    @Test
    void aPortThatIsTakenIsToldWithItsHolderAndNothingIsLeft() throws IOException {
        int port = freePort();
        docker.run(EngineFixture.NGINX, c -> c.name(engine.name("one")).publish(port + ":80"));
        assertEquals(
                "Port " + port + " of the host is taken by container \"" + engine.name("one")
                        + "\". Stop that, or choose another port.",
                refusal(() -> docker.run(
                        EngineFixture.NGINX, c -> c.name(engine.name("two")).publish(port + ":80"))));
        assertFalse(exists(engine.name("two")));
        try (ServerSocket mine = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertTrue(refusal(() -> docker.run(
                            EngineFixture.NGINX,
                            c -> c.name(engine.name("three")).publish(mine.getLocalPort() + ":80")))
                    .contains("is taken by java (process "
                            + ProcessHandle.current().pid() + ")"));
        }
        assertFalse(exists(engine.name("three")));
    }

    @Test
    void aRunOfTheSameNameTakesThePlaceOfOnesOwn() {
        Container first = engine.idle("again").container();
        Container second = docker.run(
                        EngineFixture.TOOLS, c -> c.name(first.name()).command("sleep", "infinity"))
                .container();
        assertNotEquals(first.id(), second.id());
        assertEquals(
                List.of(second.id()),
                docker.ps(All.ALL).stream()
                        .filter(c -> c.name().equals(first.name()))
                        .map(Container::id)
                        .toList());
    }

    @Test
    void badRunsLeaveNothing() {
        String test = engine.idle("test").name();
        try (Docker other = Docker.connect(Notices.none(), Owner.ofThisProcess("another notebook"))) {
            assertTrue(refusal(() -> other.run(EngineFixture.TOOLS, c -> c.name(test)))
                    .contains("is taken by a container of " + EngineFixture.TOOLS + " (running)"));
        }
        assertTrue(refusal(() -> docker.run(EngineFixture.TOOLS, c -> c.publish("81:eighty")))
                .startsWith("\"81:eighty\" is not a valid port"));
        assertTrue(refusal(() -> docker.run(EngineFixture.TOOLS, c -> c.publish("81:99999")))
                .startsWith("\"81:99999\" is not a valid port"));
        assertTrue(refusal(() -> docker.run(
                        EngineFixture.TOOLS, c -> c.name(engine.name("b")).network("brigde")))
                .endsWith("Did you mean \"bridge\"?"));
        assertTrue(refusal(() -> docker.run(
                        EngineFixture.TOOLS, c -> c.name(engine.name("b")).command("nope")))
                .startsWith("There is no program \"nope\""));
        assertTrue(refusal(() -> docker.run("Nope", c -> c.name(engine.name("b"))))
                .startsWith("\"Nope\" is not a valid image"));
        assertTrue(refusal(() -> docker.run(EngineFixture.TOOLS, c -> c.network("container:" + engine.name("tset"))))
                .endsWith("Did you mean \"" + test + "\"?"));
        assertEquals(
                List.of(test),
                docker.ps(All.ALL).stream()
                        .filter(c -> engine.owner.session().equals(c.labels().get(Owner.SESSION)))
                        .map(Container::name)
                        .toList());
    }

    @Test
    void anInterruptEndsAWaitAtOnce() throws Exception {
        String test = engine.idle("test").name();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                docker.exec(test, "sleep 60");
                thrown.complete(new AssertionError("it ended by itself"));
            } catch (EngineException e) {
                thrown.complete(e);
            }
        });
        waiting.start();
        // The interrupt may come before or inside the wait: both must end it.
        while (docker.exec(test, "ps -ef").stdout().lines().noneMatch(l -> l.contains("sleep 60"))) {
            assertTrue(waiting.isAlive(), "sleep 60 never ran");
        }
        waiting.interrupt();
        assertInstanceOf(InterruptedCall.class, thrown.get(2, TimeUnit.SECONDS));
        assertTrue(docker.exec(test, "true").success());
    }
}
