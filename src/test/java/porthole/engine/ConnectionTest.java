package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.engine.api.Api;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;

class ConnectionTest {
    @TempDir
    Path folder;

    ConnectionTest() {
        Language.use(Language.ENGLISH);
    }

    private static String refusal(String address) {
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("test"), address)) {
            return assertThrows(EngineException.class, docker::version).getMessage();
        }
    }

    @Test
    void whereNoSocketIsNoEngineIs() {
        assertTrue(refusal("unix://" + folder + "/none.sock").startsWith("No Docker engine answers at " + folder));
    }

    @Test
    void aSocketThatNobodyListensOnIsNoEngine() throws IOException {
        Path socket = folder.resolve("dead.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        assertTrue(refusal("unix://" + socket).startsWith("No Docker engine answers at " + socket));
        assertTrue(refusal("tcp://127.0.0.1:9").startsWith("No Docker engine answers at tcp://127.0.0.1:9"));
    }

    @Test
    void anEngineThatGoesAwayInTheMiddleIsTold() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> hangUp(server));
            String said = refusal("tcp://127.0.0.1:" + server.getLocalPort());
            assertTrue(said.contains("stopped answering in the middle of a call"), said);
            gone.cancel(true);
        }
    }

    @Test
    void aPauseThatFailsIsNotTakenForARemoval() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", call -> {
            String path = call.getRequestURI().getPath();
            boolean lists = path.endsWith("/containers/json");
            String failed = "{\"message\":\"Cannot pause container web: the container is running a checkpoint\"}";
            String web = "[{\"Id\":\"0123456789ab\",\"Names\":[\"/web\"],\"State\":\"running\"}]";
            String version = "{\"Version\":\"20.10.24\",\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.12\"}";
            boolean pauses = path.endsWith("/pause");
            byte[] said = (pauses ? failed : lists ? web : version).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(pauses ? 500 : 200, said.length);
            call.getResponseBody().write(said);
            call.close();
        });
        server.start();
        String address = "tcp://127.0.0.1:" + server.getAddress().getPort();
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("test"), address)) {
            String said = assertThrows(EngineException.class, () -> docker.pause("web"))
                    .getMessage();
            assertTrue(said.contains("is running a checkpoint"), said);
            assertFalse(said.contains("Stop it first"), said);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anInterruptEndsAWaitOverTcpToo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                Docker docker = Docker.connect(
                        Notices.none(), Owner.ofThisProcess("test"), "tcp://127.0.0.1:" + silent.getLocalPort())) {
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread waiting = new Thread(() -> thrown.complete(assertThrows(EngineException.class, docker::version)));
            waiting.start();
            try (Socket asked = silent.accept()) {
                assertTrue(asked.getInputStream().read() > 0);
                waiting.interrupt();
                assertInstanceOf(InterruptedCall.class, thrown.get(2, TimeUnit.SECONDS));
            }
        }
    }

    /** Begins an answer and ends the connection, again and again. */
    private static void hangUp(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                assertTrue(socket.getInputStream().read() > 0);
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void theAddressIsFoundAsTheCommandLineFindsIt() throws IOException {
        String home = folder.toString();
        assertEquals(
                "tcp://h:1",
                EngineAddress.find(Map.of("DOCKER_HOST", "tcp://h:1", "DOCKER_CONTEXT", "lab", "DOCKER_CONFIG", home))
                        .uri()
                        .toString());
        assertEquals(
                "unix:///var/run/docker.sock",
                EngineAddress.find(Map.of("DOCKER_CONFIG", home)).uri().toString());
        // sha256("lab"), as the command line names a context's folder
        String digest = new java.math.BigInteger(1, sha256("lab")).toString(16);
        Path meta =
                Files.createDirectories(folder.resolve("contexts/meta/" + "0".repeat(64 - digest.length()) + digest));
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"lab\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://lab:2376\"}}}");
        Path tls = Files.createDirectories(folder.resolve("contexts/tls/" + meta.getFileName() + "/docker"));
        EngineAddress lab = EngineAddress.find(Map.of("DOCKER_CONTEXT", "lab", "DOCKER_CONFIG", home));
        assertEquals("tcp://lab:2376", lab.uri().toString());
        assertEquals(Optional.of(tls), lab.certificates());
        Files.writeString(folder.resolve("config.json"), "{\"currentContext\":\"lab\"}");
        assertEquals(lab, EngineAddress.find(Map.of("DOCKER_CONFIG", home)));
    }

    private static byte[] sha256(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theComplaintOfSshIsTold() {
        String told = refusal("ssh://me@127.0.0.1:9");
        assertTrue(told.startsWith("No Docker engine answers at ssh://me@127.0.0.1:9: "), told);
    }

    @Test
    void tlsThatIsAskedForIsTlsOrAnError() throws IOException {
        for (Map<String, String> asked : List.of(
                Map.of("DOCKER_TLS_VERIFY", "1"),
                Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", ""),
                Map.of("DOCKER_TLS", "1", "DOCKER_CERT_PATH", folder + "/nowhere"))) {
            Map<String, String> environment = new java.util.HashMap<>(asked);
            environment.put("DOCKER_HOST", "tcp://127.0.0.1:9");
            environment.put("DOCKER_CONFIG", folder.toString());
            String told = firstWords(environment).get(0);
            assertTrue(told.startsWith("TLS is asked for at tcp://127.0.0.1:9, but " + folder), told);
        }
        String ofSocket = firstWords(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_HOST", "unix:///run/x.sock"))
                .get(0);
        assertTrue(ofSocket.contains("\"unix:///run/x.sock\" cannot speak it"), ofSocket);
        assertEquals(
                "tcp://localhost:2376",
                EngineAddress.find(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CONFIG", folder.toString()))
                        .uri()
                        .toString());
        assertEquals("tcp://h:2375", EngineAddress.of("tcp://h").uri().toString());
    }

    /** What the first and the second word say where the environment is this one. */
    private static List<String> firstWords(Map<String, String> environment) {
        try (Docker docker = Docker.of(
                new porthole.engine.api.EngineSession(
                        new Api(() -> EngineAddress.find(environment)), Notices.none(), Owner.ofThisProcess("test")),
                null)) {
            return List.of(
                    String.valueOf(
                            assertThrows(EngineException.class, docker::ps).getMessage()),
                    String.valueOf(assertThrows(EngineException.class, () -> docker.run("nginx"))
                            .getMessage()));
        }
    }

    @Test
    void aBadAddressIsToldAtTheFirstWordAndAtTheNext() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"currentContext\": ");
        for (Map<String, String> environment : List.of(
                Map.of("DOCKER_HOST", "nonsense"),
                Map.of("DOCKER_HOST", "fd://"),
                Map.of("DOCKER_HOST", "http://127.0.0.1:2375"),
                Map.of("DOCKER_HOST", "tcp://"),
                Map.of("DOCKER_HOST", "unix://"),
                Map.of("DOCKER_HOST", "tcp://a b"),
                Map.of("DOCKER_CONFIG", folder.toString()),
                Map.of("DOCKER_CONTEXT", "lab", "HOME", folder.toString()))) {
            List<String> told = firstWords(environment);
            assertEquals(told.get(0), told.get(1));
            String value = environment.values().stream()
                    .filter(v -> !v.equals(folder.toString()))
                    .findFirst()
                    .orElse("config.json");
            assertTrue(told.get(0).contains(value), told.get(0));
        }
    }

    @Test
    void aServerThatIsNoEngineIsTold() throws IOException {
        for (String answer : List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 13\r\n\r\n<html></html>",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            try (ServerSocket server = new ServerSocket(0)) {
                CompletableFuture<Void> page = CompletableFuture.runAsync(() -> answer(server, answer));
                String said = refusal("tcp://127.0.0.1:" + server.getLocalPort());
                assertTrue(said.contains("but it is not a Docker engine"), said);
                assertTrue(!said.contains("token") && !said.contains("<html>"), said);
                page.cancel(true);
            }
        }
    }

    /** Answers each call so. */
    private static void answer(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                assertTrue(socket.getInputStream().read(new byte[4096]) > 0);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void anAddressThatCannotBeUsedIsTold() {
        assertTrue(assertThrows(EngineException.class, () -> EngineAddress.of("lab"))
                .getMessage()
                .startsWith("\"lab\" is not a valid engine address"));
        assertTrue(assertThrows(
                        EngineException.class,
                        () -> EngineAddress.find(Map.of("DOCKER_CONTEXT", "lab", "DOCKER_CONFIG", folder.toString())))
                .getMessage()
                .startsWith("No Docker context \"lab\""));
    }
}
