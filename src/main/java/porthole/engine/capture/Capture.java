package porthole.engine.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.ParallelCalls;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.image.Images;

/**
 * tcpdump in a container on the network of its host or of another container, from {@link #start} to {@link #stop}. Needs NET_RAW, which
 * containers have by default, and nothing inside the containers that are listened to.
 */
public final class Capture {
    private static final String IMAGE = "nicolaka/netshoot";
    private static final long LIMIT_SECONDS = 10;
    /**
     * What is kept of a packet, in bytes. Linux gives tcpdump 2 MB in equal slots of this size, so that with tcpdump's own
     * 262,144 bytes there are seven, and a short burst is lost.
     */
    private static final String KEPT = "2048";

    /** From the last packet until tcpdump has it. */
    private static final long TAIL_MILLIS = 150;

    private final Api api;
    private final String id;
    private final List<Pcap.Packet> packets = new ArrayList<>();
    private final CountDownLatch attached = new CountDownLatch(1);
    private final CountDownLatch listening = new CountDownLatch(1);
    private final StringBuilder said = new StringBuilder();
    private volatile boolean listens;
    private final CompletableFuture<Boolean> stream;

    private Capture(Api api, String id) {
        this.api = api;
        this.id = id;
        Query attach = Query.of("/containers/{}/attach", id)
                .with("stream", true)
                .with("stdout", true)
                .with("stderr", true);
        stream = CompletableFuture.supplyAsync(() -> api.call("POST", attach, null, this::read), Api.threads());
    }

    /**
     * Begins to capture.
     *
     * @param network in whose network namespace, in the engine's words: {@code host} or {@code container:ID}
     * @param device at which interface, or {@code any}
     * @param filter in tcpdump's words: {@code udp port 4789}
     */
    public static Capture start(EngineSession session, Images images, String network, String device, String filter) {
        ObjectNode body = EngineJson.object().put("Image", image(images)).put("AttachStdout", true);
        body.put("AttachStderr", true);
        body.set("Entrypoint", EngineJson.array("tcpdump"));
        body.set(
                "Cmd",
                EngineJson.array(
                        "-i", device, "-s", KEPT, "-n", "-U", "--immediate-mode", "-Z", "root", "-w", "-", filter));
        body.set("Labels", EngineJson.object(session.owner().labels()));
        body.putObject("HostConfig")
                .put("NetworkMode", network)
                .putObject("LogConfig")
                .put("Type", "none");
        Api api = session.api();
        JsonNode made = api.make(
                Query.of("/containers/create"),
                body,
                late -> api.delete(Query.of("/containers/{}", EngineJson.text(late, "Id"))));
        Capture capture = new Capture(api, EngineJson.text(made, "Id"));
        try {
            capture.begin();
            return capture;
        } catch (EngineException e) {
            api.tidying().run(capture::remove);
            throw e;
        }
    }

    /**
     * The image in which tcpdump runs: netshoot or its stand-in, fetched if it is not here.
     *
     * @return the name by which the engine has it
     * @throws EngineException if it cannot be had
     */
    public static String image(Images images) {
        return images.forService(IMAGE);
    }

    private void begin() {
        try {
            // The engine has to have attached before the first word is said: it answers when it does.
            attached.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            Pause.millis(50);
            api.post(Query.of("/containers/{}/start", id));
            if (!listening.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw EngineSentences.sentence("capture.late", said.toString().strip(), LIMIT_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        }
        if (!listens) {
            throw EngineSentences.sentence("capture.late", said.toString().strip(), LIMIT_SECONDS);
        }
    }

    /**
     * Captures at several places at once while something is done.
     *
     * @param starts one for each place
     * @param action what is done when all of them listen
     * @return what passed at each place, in the order of {@code starts}
     * @throws Exception what {@code action} throws; the captures have ended then, too
     */
    public static List<List<Pcap.Packet>> during(List<Callable<Capture>> starts, Callable<?> action) throws Exception {
        List<Capture> captures = ParallelCalls.all(starts.size(), starts);
        List<List<Pcap.Packet>> heard = new ArrayList<>();
        try {
            action.call();
        } finally {
            heard.addAll(ParallelCalls.toTheEnd(captures.stream()
                    .map(c -> (Callable<List<Pcap.Packet>>) c::stop)
                    .toList()));
        }
        return heard;
    }

    /** Ends it: what passed in the meantime. */
    public List<Pcap.Packet> stop() {
        try {
            Pause.millis(TAIL_MILLIS);
            api.post(Query.of("/containers/{}/kill", id).with("signal", "INT"));
            stream.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            // What has come so far is what there is.
        } finally {
            api.tidying().run(this::remove);
        }
        synchronized (packets) {
            return List.copyOf(packets);
        }
    }

    private void remove() {
        api.delete(Query.of("/containers/{}", id).with("force", true));
    }

    /** To the stream's end; whether anything was captured. */
    private boolean read(InputStream frames) throws IOException {
        attached.countDown();
        PipedOutputStream stdout = new PipedOutputStream();
        PipedInputStream pcap = new PipedInputStream(stdout, 1 << 16);
        CompletableFuture<Void> parsing = CompletableFuture.runAsync(() -> parse(pcap), Api.threads());
        try (stdout) {
            for (byte[] header = frames.readNBytes(8); header.length == 8; header = frames.readNBytes(8)) {
                int length = ((header[4] & 0xff) << 24)
                        | ((header[5] & 0xff) << 16)
                        | ((header[6] & 0xff) << 8)
                        | (header[7] & 0xff);
                byte[] content = frames.readNBytes(length);
                if (header[0] == 2) {
                    said.append(new String(content, StandardCharsets.UTF_8));
                    if (said.indexOf("listening on") >= 0) {
                        listens = true;
                        listening.countDown();
                    }
                } else {
                    stdout.write(content);
                    stdout.flush();
                }
            }
        } finally {
            attached.countDown();
            listening.countDown();
        }
        parsing.join();
        synchronized (packets) {
            return !packets.isEmpty();
        }
    }

    private void parse(InputStream pcap) {
        try {
            Pcap.read(pcap, packet -> {
                synchronized (packets) {
                    packets.add(packet);
                }
            });
        } catch (IOException e) {
            synchronized (said) {
                said.append(e.getMessage());
            }
        }
    }
}
