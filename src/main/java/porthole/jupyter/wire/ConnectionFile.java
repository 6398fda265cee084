package porthole.jupyter.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.jupyter.protocol.MalformedException;
import porthole.jupyter.protocol.MessageJson;

/**
 * Where Jupyter wants the kernel to be reached.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param address an IP address; for {@code ipc} the beginning of the sockets' paths
 * @param key signs the messages; empty where they are not signed
 * @param scheme how, as {@code hmac-sha256}
 * @param curve the keys by which all five sockets are encrypted; nothing if they are not
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files">Connection files</a>
 */
public record ConnectionFile(
        String transport,
        String address,
        int shellPort,
        int controlPort,
        int stdinPort,
        int iopubPort,
        int heartbeatPort,
        String key,
        String scheme,
        Optional<CurveKeys> curve) {
    private static final Sentences SENTENCES = Sentences.of(ConnectionFile.class);

    private static final List<String> PORTS =
            List.of("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port");

    public ConnectionFile {
        if (!transport.equals("tcp") && !transport.equals("ipc")) {
            throw new IllegalArgumentException(SENTENCES.say("file.transport", transport));
        }
        MessageSignature.digest(scheme);
    }

    /** A connection that is not encrypted. */
    public ConnectionFile(
            String transport,
            String address,
            int shellPort,
            int controlPort,
            int stdinPort,
            int iopubPort,
            int heartbeatPort,
            String key,
            String scheme) {
        this(
                transport,
                address,
                shellPort,
                controlPort,
                stdinPort,
                iopubPort,
                heartbeatPort,
                key,
                scheme,
                Optional.empty());
    }

    /**
     * Reads the file that Jupyter has written.
     *
     * @throws ConnectionException where it is missing, unreadable or incomplete
     */
    public static ConnectionFile read(Path file) throws ConnectionException {
        try {
            return of(file, MessageJson.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new ConnectionException(SENTENCES.say("file.none", file), e);
        } catch (IOException e) {
            throw new ConnectionException(SENTENCES.say("file.unread", file, reason(e)), e);
        } catch (MalformedException e) {
            throw new ConnectionException(SENTENCES.say("file.malformed", file, e.sentence()), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? SENTENCES.say("file.denied") : e.toString();
    }

    private static ConnectionFile of(Path file, ObjectNode json) throws ConnectionException {
        List<String> missing = new ArrayList<>();
        for (String name : PORTS) {
            JsonNode port = json.path(name);
            if (!port.canConvertToInt() || port.intValue() < 1 || port.intValue() > 65_535) {
                missing.add(name);
            }
        }
        if (!json.path("ip").isTextual()) {
            missing.add("ip");
        }
        if (!missing.isEmpty()) {
            throw new ConnectionException(SENTENCES.say("file.lacks", file, String.join(", ", missing)));
        }
        try {
            return new ConnectionFile(
                    json.path("transport").asText("tcp"),
                    json.path("ip").asText(),
                    json.path("shell_port").intValue(),
                    json.path("control_port").intValue(),
                    json.path("stdin_port").intValue(),
                    json.path("iopub_port").intValue(),
                    json.path("hb_port").intValue(),
                    json.path("key").asText(""),
                    json.path("signature_scheme").asText("hmac-sha256"),
                    curve(file, json));
        } catch (IllegalArgumentException e) {
            throw new ConnectionException(SENTENCES.say("file.wrong", file, e.getMessage()), e);
        }
    }

    /** Both keys or none: with one of them, one end would encrypt and the other would not understand it. */
    private static Optional<CurveKeys> curve(Path file, ObjectNode json) throws ConnectionException {
        boolean hasPublic = json.hasNonNull(CurveKeys.PUBLIC);
        boolean hasSecret = json.hasNonNull(CurveKeys.SECRET);
        if (!hasPublic && !hasSecret) {
            return Optional.empty();
        }
        if (!hasPublic || !hasSecret) {
            throw new ConnectionException(SENTENCES.say(
                    "curve.half",
                    file,
                    hasPublic ? CurveKeys.PUBLIC : CurveKeys.SECRET,
                    hasPublic ? CurveKeys.SECRET : CurveKeys.PUBLIC));
        }
        for (String name : List.of(CurveKeys.PUBLIC, CurveKeys.SECRET)) {
            if (!CurveKeys.isKey(json.path(name).asText())) {
                throw new ConnectionException(SENTENCES.say("curve.key", file, name));
            }
        }
        return Optional.of(new CurveKeys(
                json.path(CurveKeys.PUBLIC).asText(),
                json.path(CurveKeys.SECRET).asText()));
    }

    /** The endpoint of one socket, as ZeroMQ writes it. */
    String endpoint(int port) {
        return isLocal() ? "ipc://" + path(port) : "tcp://" + address + ":" + port;
    }

    /** The Unix socket of one port, where the transport is {@code ipc}. */
    Path path(int port) {
        return Path.of(address + "-" + port);
    }

    /** Whether the sockets are Unix sockets, which are files. */
    boolean isLocal() {
        return transport.equals("ipc");
    }

    List<Integer> ports() {
        return List.of(shellPort, controlPort, stdinPort, iopubPort, heartbeatPort);
    }

    /** Where one port listens; the address {@code *} is every one of this machine. */
    SocketAddress socketAddress(int port) {
        if (isLocal()) {
            return UnixDomainSocketAddress.of(path(port));
        }
        return address.equals("*") ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    }

    /** Without the key, which must not reach a log. */
    @Override
    public String toString() {
        return "ConnectionFile[" + endpoint(shellPort) + "]";
    }
}
