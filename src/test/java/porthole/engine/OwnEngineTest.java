package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.engine.answer.Removed;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.flag.All;
import porthole.engine.owner.Owner;

/** What would hurt other tests on a shared engine: emptying it, stopping it, TLS, a socket that others may not use. */
@Tag("engine")
class OwnEngineTest {
    @TempDir
    Path folder;

    OwnEngineTest() {
        Language.use(Language.ENGLISH);
    }

    private static Owner owner() {
        return Owner.ofThisProcess("own engine test");
    }

    @Test
    void removeAllTakesEverySessionsThingsAndLeavesThePersons() throws Exception {
        try (OwnEngine engine = new OwnEngine();
                Docker one = engine.connect(owner());
                Docker other = engine.connect(owner())) {
            engine.bring(EngineFixture.TOOLS);
            one.run(EngineFixture.TOOLS, c -> c.name("one").network("none").command("sleep", "infinity"));
            other.run(
                    EngineFixture.TOOLS,
                    c -> c.name("two").network("none").volume("box:/box").command("true"));
            other.run(
                    EngineFixture.TOOLS,
                    c -> c.name("hands").network("host").capAdd("NET_ADMIN").command("sleep", "infinity"));
            other.links().make("hands", "ip link add cable type veth peer name plug", List.of("cable", "plug"));
            cli(engine, "create", "--name", "persons", "--network", "none", EngineFixture.TOOLS, "true");
            List<Removed> removed = one.removeAll();
            assertEquals(
                    List.of(
                            new Removed("link", "cable – plug"),
                            new Removed("container", "hands"),
                            new Removed("container", "two"),
                            new Removed("container", "one"),
                            new Removed("volume", "box")),
                    List.copyOf(removed));
            assertEquals(
                    List.of("persons"),
                    one.ps(All.ALL).stream().map(c -> c.name()).toList());
            assertTrue(one.removeAll().isEmpty());
            cli(engine, "commit", "persons", "persons/app:1");
            cli(engine, "tag", EngineFixture.TOOLS, "persons/tools:mine");
            cli(engine, "rm", "persons");
            assertEquals(
                    List.of(new Removed("image", EngineFixture.TOOLS + ":latest")), List.copyOf(one.removeStandIns()));
            assertEquals(
                    List.of("persons/app:1", "persons/tools:mine"),
                    one.images().stream()
                            .flatMap(i -> i.tags().stream())
                            .sorted()
                            .toList());
            assertTrue(one.removeStandIns().isEmpty());
        }
    }

    private static void cli(OwnEngine engine, String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("docker", "-H", "unix://" + engine.socket()));
        command.addAll(List.of(words));
        assertEquals(0, new ProcessBuilder(command).start().waitFor(), () -> String.join(" ", command));
    }

    @Test
    void anEngineThatIsStoppedWhileACellWaitsIsTold() throws Exception {
        try (OwnEngine engine = new OwnEngine();
                Docker docker = engine.connect(owner())) {
            engine.bring(EngineFixture.TOOLS);
            docker.run(
                    EngineFixture.TOOLS,
                    c -> c.name("box").network("none").init().command("sleep", "infinity"));
            CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> {
                try {
                    return "exit code " + docker.exec("box", "sleep", "100").exitCode();
                } catch (EngineException e) {
                    return String.valueOf(e.getMessage());
                }
            });
            while (docker.exec("box", "cat", "/proc/loadavg").stdout().isEmpty()
                    || !docker.exec("box", "ps", "-e", "-o", "args").stdout().contains("sleep 100")) {
                Thread.onSpinWait();
            }
            engine.stop();
            String said = told.get(30, TimeUnit.SECONDS);
            assertNotEquals("exit code 0", said);
            String next = assertThrows(EngineException.class, docker::ps).getMessage();
            assertTrue(next.startsWith("No Docker engine answers at " + engine.socket()), next);
        }
    }

    @Test
    void theFirstCallAfterAnEnginesRestartWorks() throws Exception {
        try (OwnEngine engine = new OwnEngine();
                Docker docker = engine.connect(owner())) {
            engine.bring(EngineFixture.TOOLS);
            for (boolean hard : List.of(true, false)) {
                docker.ps();
                engine.restart(hard);
                docker.run(EngineFixture.TOOLS, c -> c.network("none").command("true"));
                docker.ps();
                engine.restart(hard);
                assertEquals("none", docker.network.get("none").name());
            }
        }
    }

    @Test
    void aSocketThatAnotherUserOwnsIsTold() throws Exception {
        try (OwnEngine engine = new OwnEngine()) {
            Files.setAttribute(engine.socket(), "unix:uid", 65534);
            Files.setPosixFilePermissions(engine.socket(), PosixFilePermissions.fromString("rw-------"));
            // Root may use every socket, so it has to give up that right.
            Process asked = engine.java(
                    Map.of(),
                    List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"),
                    Asking.class,
                    "unix://" + engine.socket());
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(
                    said.startsWith(
                            "A Docker engine is at " + engine.socket() + ", but this user may not use its socket."),
                    said);
        }
    }

    /** A process of its own that asks an engine for its version: at an address, else where the environment says. */
    static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) {
            Language.use(Language.ENGLISH);
            try (Docker docker = arguments.length == 0
                    ? Docker.connect(Notices.none(), Owner.ofThisProcess("asking"))
                    : Docker.connect(Notices.none(), Owner.ofThisProcess("asking"), arguments[0])) {
                System.out.println(docker.version());
            } catch (EngineException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void anEngineBehindTlsIsReachedByItsContext() throws Exception {
        int port = 2376;
        Path keys = certificates("keys");
        try (OwnEngine engine = new OwnEngine(
                "--host=tcp://127.0.0.1:" + port,
                "--tlsverify",
                "--tlscacert=" + keys.resolve("ca.pem"),
                "--tlscert=" + keys.resolve("server-cert.pem"),
                "--tlskey=" + keys.resolve("server-key.pem"))) {
            String trusted = ask(engine, context("trusted", port, keys));
            assertTrue(trusted.contains("API"), trusted);
            String strange = ask(engine, context("strange", port, certificates("strangers")));
            assertTrue(strange.contains("do not trust each other's certificates"), strange);
            String plain = ask(engine, Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + port));
            assertTrue(plain.contains("needs TLS"), plain);
        }
    }

    private static String ask(OwnEngine engine, Map<String, String> environment) throws IOException {
        Process asked = engine.java(
                environment,
                environment.containsKey("DOCKER_HOST") ? List.of() : List.of("env", "-u", "DOCKER_HOST"),
                Asking.class);
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A context as {@code docker context create} keeps it. */
    private Map<String, String> context(String name, int port, Path keys) throws Exception {
        byte[] sha = java.security.MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        String digest = java.util.HexFormat.of().formatHex(sha);
        Path meta = Files.createDirectories(folder.resolve("contexts/meta/" + digest));
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"" + name + "\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://127.0.0.1:" + port + "\"}}}");
        Path tls = Files.createDirectories(folder.resolve("contexts/tls/" + digest + "/docker"));
        for (String file : List.of("ca.pem", "cert.pem", "key.pem")) {
            Files.copy(keys.resolve(file), tls.resolve(file));
        }
        return Map.of("DOCKER_CONTEXT", name, "DOCKER_CONFIG", folder.toString());
    }

    /** A certificate authority, and with it a certificate for a server and one for a client. */
    private Path certificates(String name) throws IOException, InterruptedException {
        Path keys = Files.createDirectories(folder.resolve(name));
        String script = """
                set -e
                openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout ca-key.pem -out ca.pem
                printf 'subjectAltName=IP:127.0.0.1\\nextendedKeyUsage=serverAuth\\n' > server.ext
                printf 'extendedKeyUsage=clientAuth\\n' > client.ext
                for who in server client; do
                  openssl req -newkey rsa:2048 -nodes -subj /CN=$who -keyout $who-key.pem -out $who.csr
                  openssl x509 -req -in $who.csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 2 \\
                    -extfile $who.ext -out $who-cert.pem
                done
                cp client-cert.pem cert.pem
                cp client-key.pem key.pem
                """;
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(keys.toFile())
                .redirectErrorStream(true)
                .redirectOutput(keys.resolve("log").toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> "openssl");
        return keys;
    }
}
