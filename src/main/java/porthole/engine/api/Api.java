package porthole.engine.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;

/**
 * The Docker Engine API over docker-java's transport, as trees of JSON: its typed model lacks fields that networks
 * need (ConfigFrom, Peers, DNSNames…), and drops what it does not know.
 *
 * <p>Calls run on threads of the room's own ({@link EngineThreads}). An interrupt of the thread that waits for one ends it at once
 * and closes its connection, and harms nothing else.
 *
 * <p>The first call after an engine's restart works: connections that were kept lead nowhere then, so a call that only
 * reads is repeated once on new ones, and before any other, where nothing was heard from the engine for a moment, it is
 * asked whether it is there.
 */
public final class Api implements AutoCloseable {
    /** Reads an answer while it comes. */
    public interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    /** Heard from within so long, an engine is still the one that the kept connections lead to. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Supplier<EngineAddress> finder;
    private final AtomicReference<@Nullable EngineAddress> found = new AtomicReference<>();
    private final AtomicReference<@Nullable Versions> versions = new AtomicReference<>();
    private final Connections connections = new Connections(() -> origin().connections(host(), this::client));
    private final Tidying tidying = new Tidying();
    private final String host;
    private final AtomicReference<@Nullable Belongings> made = new AtomicReference<>();
    private final List<Runnable> forgetting = new CopyOnWriteArrayList<>();
    private volatile @Nullable Owner owner;
    private volatile Origin origin = Origin.LIVE;
    private volatile long heard = System.nanoTime() - FRESH_NANOS;
    private @Nullable Relay relay;

    public Api(EngineAddress address) {
        this(address, "");
    }

    /** @param host the name of the cluster's host that it is on; empty for an engine that stands alone */
    public Api(EngineAddress address, String host) {
        this(() -> address, host);
    }

    /** @param finder says where the engine is, or that what is set leads to none; asked at the first call */
    public Api(Supplier<EngineAddress> finder) {
        this(finder, "");
    }

    private Api(Supplier<EngineAddress> finder, String host) {
        this.finder = finder;
        this.host = host;
    }

    /** The name of the cluster's host that it is on; empty for an engine that stands alone. */
    String host() {
        return host;
    }

    /** Where the answers come from. */
    public Origin origin() {
        return origin;
    }

    /** From now on answers come from {@code origin}; what was heard before is forgotten. */
    public void answerFrom(Origin origin) {
        this.origin = origin;
        connections.close();
        versions.set(null);
        made.set(null);
        forgetting.forEach(Runnable::run);
        origin.serves(this, host);
    }

    /** Does {@code forget} whenever answers come from another origin, for whoever keeps some. */
    public void whenOriginChanges(Runnable forget) {
        forgetting.add(forget);
    }

    /** Runs a program of this machine, as {@link InstalledProgram#run} does. */
    public Optional<ExecResult> program(
            List<String> command, Map<String, String> environment, Path folder, Consumer<String> lines) {
        return origin.program(command, lines, told -> InstalledProgram.run(command, environment, folder, told));
    }

    /**
     * An engine whose address is asked for at each call.
     *
     * @throws EngineException if what is set is not an address
     */
    public EngineAddress address() {
        if (origin.isRecorded()) {
            return EngineAddress.USUAL;
        }
        EngineAddress known = found.get();
        if (known == null) {
            known = finder.get();
            found.set(known);
        }
        return known;
    }

    /** Threads for work that waits on the engine. */
    public static Executor threads() {
        return EngineThreads.threads();
    }

    /** What must be done although the thread was interrupted. */
    public Tidying tidying() {
        return tidying;
    }

    public JsonNode get(Query path) {
        return call("GET", path, null, Api::json);
    }

    public JsonNode post(Query path) {
        return call("POST", path, null, Api::json);
    }

    public JsonNode post(Query path, JsonNode body) {
        return call("POST", path, body, Api::json);
    }

    public JsonNode delete(Query path) {
        return call("DELETE", path, null, Api::json);
    }

    /** Whose is what is made from now on. */
    void belongTo(Owner owner) {
        this.owner = owner;
    }

    /** What the owner's session has made on this engine. */
    public Belongings made() {
        Belongings known = made.get();
        if (known == null) {
            Owner whose = owner == null ? Owner.ofThisProcess("") : owner;
            String engine = address().uri().toString();
            made.compareAndSet(
                    null, origin.isRecorded() ? Belongings.inMemory(whose, engine) : Belongings.of(whose, engine));
            known = made.get();
        }
        return Objects.requireNonNull(known);
    }

    /**
     * A POST that makes a container, a network, a volume or a service, which is noted as the session's. An interrupt must
     * not lose the name of what the engine is just making: who waits goes, and {@code undo} gets the answer when it comes.
     */
    public JsonNode make(Query path, ObjectNode body, Consumer<JsonNode> undo) {
        versions();
        Belongings session = made();
        Making making = new Making(path, body, session);
        return making.get(() -> post(path, body), undo, tidying);
    }

    /** What the engine answered to GET, or empty where it knows no such thing. */
    public Optional<JsonNode> find(Query path) {
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
    public Versions versions() {
        Versions known = versions.get();
        if (known == null) {
            known = Versions.negotiate(asked());
            versions.set(known);
        }
        return known;
    }

    private JsonNode asked() {
        JsonNode answer;
        try {
            answer = send(new Call<>("GET", "/version", null, Api::json));
        } catch (ApiFailure e) {
            throw e.status() == 404
                    ? EngineSentences.sentence("engine.other", address().uri(), "404")
                    : e;
        }
        if (!answer.has("ApiVersion")) {
            throw EngineSentences.sentence("engine.other", address().uri(), "/version");
        }
        return answer;
    }

    /** A call whose answer is read by {@code reading}; an interrupt ends it and closes the connection. */
    public <T> T call(String method, Query path, @Nullable JsonNode body, Reading<T> reading) {
        return send(new Call<>(method, path.under(versions().prefix()), body, reading));
    }

    /** Sends a body that is not JSON, and reads the answer. */
    public <T> T upload(Query path, String type, InputStream body, Reading<T> reading) throws IOException {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path(versions().prefix() + path)
                .putAllHeaders(Map.of("Content-Type", type))
                .body(body)
                .build();
        return connections.use(client -> {
            try (DockerHttpClient.Response response = client.execute(request)) {
                if (response.getStatusCode() >= 400) {
                    throw new ApiFailure(response.getStatusCode(), reason(response.getBody()));
                }
                return reading.read(response.getBody());
            }
        });
    }

    /** Starts a call whose connection then carries two streams; the caller closes it. */
    public DockerHttpClient.Response hijack(Query path, JsonNode body, InputStream input) {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path(versions().prefix() + path)
                .putAllHeaders(Map.of("Content-Type", "application/json"))
                .bodyBytes(body.toString().getBytes(StandardCharsets.UTF_8))
                .hijackedInput(input)
                .build();
        return connections.keep().execute(request);
    }

    /** docker-java's own client, over the connections of this one. */
    public DockerClient libraryClient() {
        return LibraryClient.of(connections, versions().used());
    }

    /** One request, and how far its answer has come. */
    private static final class Call<T> {
        final String method;
        final String path;
        final @Nullable JsonNode body;
        final Reading<T> reading;
        volatile DockerHttpClient.@Nullable Response answer;

        Call(String method, String path, @Nullable JsonNode body, Reading<T> reading) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.reading = reading;
        }

        boolean reads() {
            return method.equals("GET");
        }

        DockerHttpClient.Request request() {
            DockerHttpClient.Request.Builder request = DockerHttpClient.Request.builder();
            request.method(DockerHttpClient.Request.Method.valueOf(method)).path(path);
            if (body != null) {
                request.putAllHeaders(Map.of("Content-Type", "application/json"))
                        .bodyBytes(body.toString().getBytes(StandardCharsets.UTF_8));
            }
            return request.build();
        }

        void giveUp() {
            DockerHttpClient.Response begun = answer;
            if (begun != null) {
                begun.close();
            }
        }
    }

    private <T> T send(Call<T> call) {
        address();
        tidying.settle();
        if (!call.reads() && System.nanoTime() - heard > FRESH_NANOS) {
            send(new Call<>("GET", "/_ping", null, InputStream::readAllBytes));
        }
        try {
            return attempt(call);
        } catch (EngineException e) {
            throw e;
        } catch (Exception e) {
            boolean again = call.answer == null && (call.reads() || ConnectionErrors.nothingWasSent(e));
            if (!again || ConnectionErrors.refused(e)) {
                throw failure(e, call);
            }
        }
        try {
            return attempt(call);
        } catch (EngineException e) {
            throw e;
        } catch (Exception e) {
            throw failure(e, call);
        }
    }

    /** Once, with the failure of the connection as it was. */
    private <T> T attempt(Call<T> call) throws Exception {
        if (EngineThreads.isOne()) {
            return attemptHere(call);
        }
        Future<T> future = EngineThreads.begin(() -> execute(call));
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            call.giveUp();
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (CancellationException e) {
            throw new InterruptedCall();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception known) {
                throw known;
            }
            throw new IOException(e.getCause());
        }
    }

    private <T> T attemptHere(Call<T> call) throws IOException {
        try {
            return execute(call);
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted() && !(e instanceof ApiFailure)) {
                throw new InterruptedCall();
            }
            throw e;
        }
    }

    private EngineException failure(Exception cause, Call<?> call) {
        versions.set(null);
        Relay through = relay;
        String complaint = through == null ? "" : through.complaint();
        if (!complaint.isEmpty()) {
            return new EngineException(
                    EngineSentences.SENTENCES.say("engine.ssh", address().uri(), complaint), cause);
        }
        boolean unsure = !call.reads() && call.answer == null;
        return ConnectionErrors.sentence(
                address(), host, cause, unsure ? call.method + " " + call.path : "", origin.offer());
    }

    private <T> T execute(Call<T> call) throws IOException {
        T result = connections.use(client -> {
            try (DockerHttpClient.Response response = client.execute(call.request())) {
                call.answer = response;
                if (response.getStatusCode() >= 400) {
                    ApiFailure failure = new ApiFailure(response.getStatusCode(), reason(response.getBody()));
                    throw failure.says("HTTP request to an HTTPS server")
                            ? EngineSentences.sentence(
                                    "engine.tls.needed", address().uri())
                            : failure;
                }
                return read(call, response);
            }
        });
        heard = System.nanoTime();
        return result;
    }

    /** A server that is no engine answers with a page, where JSON was asked for. */
    private <T> T read(Call<T> call, DockerHttpClient.Response response) throws IOException {
        try {
            return call.reading.read(response.getBody());
        } catch (JsonProcessingException e) {
            if (e instanceof JsonEOFException) {
                throw new IOException(EngineSentences.SENTENCES.say("answer.cut"), e);
            }
            throw EngineSentences.sentence("engine.other", address().uri(), call.path);
        }
    }

    /** Where Docker answers nothing, Podman 4.3 answers a word that is no JSON. */
    private static JsonNode json(InputStream body) throws IOException {
        byte[] said = body.readAllBytes();
        if (new String(said, StandardCharsets.UTF_8).strip().equals("OK")) {
            return MissingNode.getInstance();
        }
        JsonNode node = EngineJson.MAPPER.readTree(said);
        return node == null ? MissingNode.getInstance() : node;
    }

    private static String reason(InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return EngineJson.MAPPER.readTree(text).path("message").asText(text).strip();
        } catch (IOException e) {
            return text;
        }
    }

    private DockerHttpClient client() {
        ZerodepDockerHttpClient.Builder builder =
                new ZerodepDockerHttpClient.Builder().dockerHost(reachable()).connectionTimeout(Duration.ofSeconds(5));
        address().certificates().ifPresent(folder -> {
            SSLContext context = new Tls(folder, address()).context();
            builder.sslConfig(() -> context);
        });
        return builder.build();
    }

    /** The address itself, or the socket of a relay that leads there. */
    private synchronized URI reachable() {
        if (!"ssh".equals(address().uri().getScheme())) {
            return address().uri();
        }
        Relay through = relay;
        if (through == null) {
            through = new Relay(Relay.freeSocket(), new SshRoute(address().uri()));
            relay = through;
        }
        return URI.create("unix://" + through.socket());
    }

    @Override
    public synchronized void close() {
        connections.close();
        Relay through = relay;
        relay = null;
        if (through != null) {
            through.close();
        }
    }
}
