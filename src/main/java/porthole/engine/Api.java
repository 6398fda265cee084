package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The Docker Engine API over docker-java's transport, as trees of JSON: its typed model lacks fields that networks
 * need (ConfigFrom, Peers, DNSNames…), and drops what it does not know.
 *
 * <p>An interrupt ends a call at once. On a Unix socket the channel sees to that; over TCP, where a blocked read does not
 * notice, calls run on threads of their own.
 */
final class Api implements AutoCloseable {
    /** Reads an answer while it comes. */
    interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    /** Of no thread group below the uppermost: a thread that outlives its cell would tell that cell what is another's. */
    private static final ExecutorService CALLS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(uppermost(), work, "engine call");
        thread.setDaemon(true);
        return thread;
    });

    private final EngineAddress address;
    private final AtomicReference<@Nullable Versions> versions = new AtomicReference<>();
    private final String host;
    private @Nullable DockerHttpClient client;
    private @Nullable Relay relay;

    Api(EngineAddress address) {
        this(address, "");
    }

    /** @param host the name of the cluster's host that it is on; empty for an engine that stands alone */
    Api(EngineAddress address, String host) {
        this.address = address;
        this.host = host;
    }

    EngineAddress address() {
        return address;
    }

    private static ThreadGroup uppermost() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Threads for work that waits on the engine. */
    static Executor threads() {
        return CALLS;
    }

    JsonNode get(Query path) {
        return call("GET", path, null, Api::json);
    }

    JsonNode post(Query path) {
        return call("POST", path, null, Api::json);
    }

    JsonNode post(Query path, JsonNode body) {
        return call("POST", path, body, Api::json);
    }

    JsonNode delete(Query path) {
        return call("DELETE", path, null, Api::json);
    }

    /** What the engine answered to GET, or empty where it knows no such thing. */
    Optional<JsonNode> find(Query path) {
        try {
            return Optional.of(get(path));
        } catch (ApiFailure e) {
            if (e.status() == 404 || e.status() == 400) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The versions of both sides, asked for once. */
    Versions versions() {
        Versions known = versions.get();
        if (known == null) {
            known = Versions.negotiate(send("GET", "/version", null, Api::json));
            versions.set(known);
        }
        return known;
    }

    /** A call whose answer is read by {@code reading}; an interrupt ends it and closes the connection. */
    <T> T call(String method, Query path, @Nullable JsonNode body, Reading<T> reading) {
        return send(method, versions().prefix() + path, body, reading);
    }

    /** Sends a body that is not JSON, and reads the answer. */
    <T> T upload(Query path, String type, InputStream body, Reading<T> reading) throws IOException {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path(versions().prefix() + path)
                .putAllHeaders(Map.of("Content-Type", type))
                .body(body)
                .build();
        try (DockerHttpClient.Response response = client().execute(request)) {
            if (response.getStatusCode() >= 400) {
                throw new ApiFailure(response.getStatusCode(), reason(response.getBody()));
            }
            return reading.read(response.getBody());
        }
    }

    /** Starts a call whose connection then carries two streams; the caller closes it. */
    DockerHttpClient.Response hijack(Query path, JsonNode body, InputStream input) {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path(versions().prefix() + path)
                .putAllHeaders(Map.of("Content-Type", "application/json"))
                .bodyBytes(body.toString().getBytes(StandardCharsets.UTF_8))
                .hijackedInput(input)
                .build();
        return client().execute(request);
    }

    private <T> T send(String method, String path, @Nullable JsonNode body, Reading<T> reading) {
        if (address.socket().isEmpty()) {
            return sendFromAnotherThread(method, path, body, reading);
        }
        try {
            return execute(method, path, body, reading, new AtomicReference<>());
        } catch (EngineException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedCall();
            }
            throw failure(e);
        }
    }

    private <T> T sendFromAnotherThread(String method, String path, @Nullable JsonNode body, Reading<T> reading) {
        AtomicReference<DockerHttpClient.@Nullable Response> answer = new AtomicReference<>();
        Future<T> future = CALLS.submit(() -> execute(method, path, body, reading, answer));
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Optional.ofNullable(answer.get()).ifPresent(DockerHttpClient.Response::close);
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (CancellationException e) {
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private EngineException failure(Throwable cause) {
        if (cause instanceof EngineException known) {
            return known;
        }
        versions.set(null);
        Relay through = relay;
        String complaint = through == null ? "" : through.complaint();
        return complaint.isEmpty()
                ? ConnectionErrors.sentence(address, host, cause)
                : new EngineException(Errors.SENTENCES.say("engine.ssh", address.uri(), complaint), cause);
    }

    private <T> T execute(
            String method,
            String path,
            @Nullable JsonNode body,
            Reading<T> reading,
            AtomicReference<DockerHttpClient.@Nullable Response> answer)
            throws IOException {
        DockerHttpClient.Request.Builder request = DockerHttpClient.Request.builder();
        request.method(DockerHttpClient.Request.Method.valueOf(method)).path(path);
        if (body != null) {
            request.putAllHeaders(Map.of("Content-Type", "application/json"))
                    .bodyBytes(body.toString().getBytes(StandardCharsets.UTF_8));
        }
        try (DockerHttpClient.Response response = client().execute(request.build())) {
            answer.set(response);
            if (response.getStatusCode() >= 400) {
                ApiFailure failure = new ApiFailure(response.getStatusCode(), reason(response.getBody()));
                throw failure.says("HTTP request to an HTTPS server")
                        ? Errors.sentence("engine.tls.needed", address.uri())
                        : failure;
            }
            return reading.read(response.getBody());
        }
    }

    private static JsonNode json(InputStream body) throws IOException {
        JsonNode node = Json.MAPPER.readTree(body);
        return node == null ? MissingNode.getInstance() : node;
    }

    private static String reason(InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return Json.MAPPER.readTree(text).path("message").asText(text).strip();
        } catch (IOException e) {
            return text;
        }
    }

    private synchronized DockerHttpClient client() {
        DockerHttpClient open = client;
        if (open == null) {
            ZerodepDockerHttpClient.Builder builder = new ZerodepDockerHttpClient.Builder()
                    .dockerHost(reachable())
                    .connectionTimeout(java.time.Duration.ofSeconds(5));
            address.certificates()
                    .ifPresent(folder -> builder.sslConfig(new LocalDirectorySSLConfig(folder.toString())));
            open = builder.build();
            client = open;
        }
        return open;
    }

    /** The address itself, or the socket of a relay that leads there. */
    private java.net.URI reachable() {
        if (!"ssh".equals(address.uri().getScheme())) {
            return address.uri();
        }
        Relay through = relay;
        if (through == null) {
            through = new Relay(Relay.freeSocket(), new SshRoute(address.uri()));
            relay = through;
        }
        return java.net.URI.create("unix://" + through.socket());
    }

    @Override
    public synchronized void close() {
        DockerHttpClient open = client;
        client = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Nothing is left to lose on a connection that is being given up.
            }
        }
        Relay through = relay;
        relay = null;
        if (through != null) {
            through.close();
        }
    }
}
