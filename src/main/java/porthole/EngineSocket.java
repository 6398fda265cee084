package porthole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Calls of the engine's API without any library. HTTP/1.0 on purpose: the engine then closes the connection at the
 * answer's end and does not cut it into chunks.
 *
 * @param host such as {@code unix:///var/run/docker.sock} or {@code tcp://10.0.0.5:2375}
 */
record EngineSocket(String host) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The engine that {@code DOCKER_HOST} names, else the usual socket, else a rootless engine's. */
    static EngineSocket ofEnvironment() {
        String named = System.getenv("DOCKER_HOST");
        if (named != null && !named.isBlank()) {
            return new EngineSocket(named);
        }
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null
                && !Files.exists(Path.of("/var/run/docker.sock"))
                && Files.exists(Path.of(runtime, "docker.sock"))) {
            return new EngineSocket("unix://" + runtime + "/docker.sock");
        }
        return new EngineSocket("unix:///var/run/docker.sock");
    }

    /** One call; the answer's JSON, or a missing node where the answer has no body. */
    JsonNode call(String method, String path) throws IOException {
        byte[] answer;
        try (SocketChannel channel = SocketChannel.open(address())) {
            String request = method + " " + path + " HTTP/1.0\r\nHost: engine\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Channels.newInputStream(channel).transferTo(bytes);
            answer = bytes.toByteArray();
        }
        String text = new String(answer, StandardCharsets.UTF_8);
        int body = text.indexOf("\r\n\r\n");
        if (body < 0 || !text.startsWith("HTTP/1.")) {
            throw new IOException("What answers at " + host + " is no Docker engine.");
        }
        JsonNode json = JSON.readTree(text.substring(body + 4));
        int status = Integer.parseInt(text.substring(9, 12));
        if (status >= 400) {
            throw new IOException(json.path("message").asText("The engine answers " + status + " to " + path + "."));
        }
        return json;
    }

    private SocketAddress address() throws IOException {
        URI uri = URI.create(host);
        if ("unix".equals(uri.getScheme())) {
            return UnixDomainSocketAddress.of(uri.getPath());
        }
        if ("tcp".equals(uri.getScheme()) && uri.getHost() != null) {
            return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort());
        }
        throw new IOException("An engine at \"" + host + "\" is asked neither over unix:// nor over tcp:// here.");
    }
}
