package porthole.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.wire.BareSocket;

/**
 * A kernel's process and a front end of it, in one thread of a warm JVM that waits on its sockets: what it adds to a
 * round trip is below half a millisecond, and the same for every kernel.
 */
final class StartedKernel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "bench";

    private final BareSocket.Waiting waiting = new BareSocket.Waiting();
    private final int[] ports = ports();
    private @Nullable BareSocket iopub;
    private @Nullable BareSocket shell;
    private @Nullable BareSocket heartbeat;
    private final Process process;
    private final Path file;
    private final long spawned;
    private int sent;

    /** A message that came, and when. */
    record Arrived(String type, String parent, JsonNode content, long at) {
        boolean isIdle() {
            return type.equals("status")
                    && content.path("execution_state").asText().equals("idle");
        }
    }

    StartedKernel(Contender kernel) throws IOException {
        file = Files.createTempFile("bench", ".json");
        Files.writeString(
                file,
                JSON.writeValueAsString(Map.of(
                        "transport",
                        "tcp",
                        "ip",
                        "127.0.0.1",
                        "key",
                        KEY,
                        "signature_scheme",
                        "hmac-sha256",
                        "shell_port",
                        ports[0],
                        "iopub_port",
                        ports[1],
                        "stdin_port",
                        ports[2],
                        "control_port",
                        ports[3],
                        "hb_port",
                        ports[4])));
        spawned = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(kernel.command(file))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_STATE_HOME", System.getProperty("java.io.tmpdir")); // not the user's history
        process = builder.start();
    }

    private BareSocket shell() throws IOException {
        if (shell == null) {
            iopub = BareSocket.connect("SUB", ports[1], process::isAlive);
            iopub.send(List.of(new byte[] {1}));
            shell = BareSocket.connect("DEALER", ports[0], process::isAlive);
        }
        return shell;
    }

    private static int[] ports() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            held.add(new ServerSocket(0));
        }
        int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }

    /** Sends a request on shell. */
    String send(String type, Map<String, ?> content) throws IOException {
        String id = "request-" + (++sent);
        List<byte[]> parts = List.of(
                JSON.writeValueAsBytes(Map.of(
                        "msg_id",
                        id,
                        "session",
                        "bench",
                        "username",
                        "bench",
                        "date",
                        "2026-01-01T00:00:00.000000Z",
                        "msg_type",
                        type,
                        "version",
                        "5.3")),
                "{}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                JSON.writeValueAsBytes(content));
        List<byte[]> frames = new ArrayList<>();
        frames.add("<IDS|MSG>".getBytes(StandardCharsets.UTF_8));
        frames.add(signature(parts).getBytes(StandardCharsets.UTF_8));
        frames.addAll(parts);
        shell().send(frames);
        return id;
    }

    private static String signature(List<byte[]> parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String execute(String code) throws IOException {
        return send(
                "execute_request",
                Map.of(
                        "code",
                        code,
                        "silent",
                        false,
                        "store_history",
                        true,
                        "user_expressions",
                        Map.of(),
                        "allow_stdin",
                        false,
                        "stop_on_error",
                        true));
    }

    /** The next message, on either socket. */
    Optional<Arrived> next(long milliseconds) throws IOException {
        BareSocket ready = waiting.any(milliseconds, shell(), iopub);
        return ready == null ? Optional.empty() : Optional.of(read(ready.take()));
    }

    private static Arrived read(List<byte[]> frames) throws IOException {
        long now = System.nanoTime();
        int delimiter = 0;
        while (!new String(frames.get(delimiter), StandardCharsets.ISO_8859_1).equals("<IDS|MSG>")) {
            delimiter++;
        }
        return new Arrived(
                JSON.readTree(frames.get(delimiter + 2)).path("msg_type").asText(),
                JSON.readTree(frames.get(delimiter + 3)).path("msg_id").asText(),
                JSON.readTree(frames.get(delimiter + 5)),
                now);
    }

    /**
     * All of one request's messages, up to its reply and, where {@code idle}, until the kernel is idle after it.
     *
     * @throws IOException where that does not come within {@code seconds}
     */
    List<Arrived> answers(String id, boolean idle, int seconds) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Arrived> all = new ArrayList<>();
        boolean replied = false;
        boolean isIdle = !idle;
        while (!replied || !isIdle) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            Arrived message = left <= 0 ? null : next(left).orElse(null);
            if (message == null) {
                throw new IOException("no " + (replied ? "idle" : "reply") + " within " + seconds + " s");
            }
            if (message.parent().equals(id)) {
                all.add(message);
                replied |= message.type().endsWith("_reply");
                isIdle |= message.isIdle();
            }
        }
        return all;
    }

    /** Sends a request and gives the milliseconds until its reply. */
    double roundTrip(String type, Map<String, ?> content) throws IOException {
        return roundTrip(type, content, 15);
    }

    /** As {@link #roundTrip(String, Map)}, within so many seconds. */
    double roundTrip(String type, Map<String, ?> content, int seconds) throws IOException {
        long start = System.nanoTime();
        String id = send(type, content);
        List<Arrived> all = answers(id, false, seconds);
        return (all.get(all.size() - 1).at() - start) / 1e6;
    }

    /** Runs a cell and gives the milliseconds until the kernel is idle. */
    double cell(String code) throws IOException {
        long start = System.nanoTime();
        List<Arrived> all = answers(execute(code), true, 60);
        return (all.get(all.size() - 1).at() - start) / 1e6;
    }

    double beat() throws IOException {
        if (heartbeat == null) {
            heartbeat = BareSocket.connect("DEALER", ports[4], process::isAlive);
        }
        long start = System.nanoTime();
        // REQ's empty frame, for kernels whose heartbeat is a REP.
        heartbeat.send(List.of(new byte[0], "ping".getBytes(StandardCharsets.UTF_8)));
        if (waiting.any(15_000, heartbeat) == null) {
            throw new IOException("no heartbeat within 15 s");
        }
        heartbeat.take();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Milliseconds since the process was asked for. */
    double age() {
        return (System.nanoTime() - spawned) / 1e6;
    }

    /** What the process itself has computed so far. */
    Duration processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits for the process to end by itself. */
    boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /** Resident megabytes of the process and its children. */
    double residentMegabytes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .mapToLong(one -> residentKilobytes(one.pid()))
                        .sum()
                / 1024.0;
    }

    private static long residentKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        for (BareSocket socket : Arrays.asList(shell, iopub, heartbeat)) {
            if (socket != null) {
                socket.close();
            }
        }
        waiting.close();
        Files.deleteIfExists(file);
    }
}
