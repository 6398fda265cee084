package porthole.engine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import porthole.display.Home;

/**
 * Where an engine listens. Found as the command line finds it
 * (https://docs.docker.com/engine/manage-resources/contexts/): {@code DOCKER_HOST}, {@code DOCKER_CONTEXT}, the
 * current context of {@code config.json}, the local socket.
 *
 * @param uri {@code unix:///var/run/docker.sock}, {@code tcp://host:2376}
 * @param certificates the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}; empty without TLS
 */
public record EngineAddress(URI uri, Optional<Path> certificates) {
    private static final String LOCAL = "unix:///var/run/docker.sock";
    /** The local socket, where the command line looks if nothing is set. */
    static final EngineAddress USUAL = new EngineAddress(URI.create(LOCAL), Optional.empty());

    private static final int PLAIN_PORT = 2375;
    private static final int TLS_PORT = 2376;

    public static EngineAddress of(String address) {
        return of(address, Optional.empty());
    }

    private static EngineAddress of(String address, Optional<Path> certificates) {
        URI uri;
        try {
            uri = URI.create(address.startsWith("/") ? "unix://" + address : address);
        } catch (IllegalArgumentException e) {
            throw EngineSentences.sentence("address.bad", address);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        boolean complete = switch (scheme) {
            case "unix", "npipe" -> uri.getPath() != null && uri.getPath().startsWith("/");
            case "tcp", "ssh" -> uri.getHost() != null;
            default -> false;
        };
        if (!complete) {
            throw EngineSentences.sentence(scheme.startsWith("http") ? "address.http" : "address.bad", address);
        }
        if (certificates.isPresent() && !scheme.equals("tcp")) {
            throw EngineSentences.sentence("address.tls", address);
        }
        return new EngineAddress(withPort(uri, certificates.isPresent()), certificates);
    }

    /** The command line's own ports, where none is named. */
    private static URI withPort(URI uri, boolean tls) {
        if (!"tcp".equals(uri.getScheme()) || uri.getPort() > 0) {
            return uri;
        }
        return URI.create("tcp://" + uri.getHost() + ":" + (tls ? TLS_PORT : PLAIN_PORT));
    }

    /** An address, or the name of a Docker context. */
    public static EngineAddress named(String addressOrContext, Map<String, String> environment) {
        boolean address = addressOrContext.contains("://") || addressOrContext.startsWith("/");
        if (address) {
            return of(addressOrContext);
        }
        return addressOrContext.equals("default") ? of(LOCAL) : ofContext(folder(environment), addressOrContext);
    }

    public static EngineAddress find(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", "").strip();
        Path folder = folder(environment);
        Optional<Path> certificates = certificates(environment, folder);
        if (!host.isEmpty()) {
            return of(host, certificates);
        }
        String context = environment.getOrDefault("DOCKER_CONTEXT", "");
        if (context.isBlank()) {
            context =
                    config(folder.resolve("config.json")).path("currentContext").asText("");
        }
        if (!context.isBlank() && !context.equals("default")) {
            return ofContext(folder, context);
        }
        // As the command line: who asks for TLS and names no host means the one on this machine that speaks it.
        return certificates.isPresent() ? of("tcp://localhost", certificates) : of(LOCAL);
    }

    /** Where TLS is asked for: {@code DOCKER_CERT_PATH}, else the command line's own folder. */
    private static Optional<Path> certificates(Map<String, String> environment, Path folder) {
        boolean asked = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()
                || !environment.getOrDefault("DOCKER_TLS", "").isEmpty();
        if (!asked) {
            return Optional.empty();
        }
        String named = environment.getOrDefault("DOCKER_CERT_PATH", "");
        return Optional.of(named.isBlank() ? folder : path("DOCKER_CERT_PATH", named));
    }

    private static EngineAddress ofContext(Path folder, String context) {
        String digest = sha256(context);
        JsonNode endpoint = read(folder.resolve(Path.of("contexts", "meta", digest, "meta.json")))
                .path("Endpoints")
                .path("docker");
        String host = endpoint.path("Host").asText("");
        if (host.isBlank()) {
            throw EngineSentences.sentence("context.unknown", context, folder);
        }
        Path certificates = folder.resolve(Path.of("contexts", "tls", digest, "docker"));
        boolean tls = Files.isDirectory(certificates)
                || endpoint.path("SkipTLSVerify").asBoolean();
        return of(host, tls ? Optional.of(certificates) : Optional.empty());
    }

    /** The socket's file, where it is one. */
    public Optional<Path> socket() {
        return "unix".equals(uri.getScheme()) ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
    }

    /** What the installed command line must find in its environment to speak to the same engine. */
    public Map<String, String> environment() {
        return certificates
                .map(path -> Map.of(
                        "DOCKER_HOST", uri.toString(), "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", path.toString()))
                .orElse(Map.of("DOCKER_HOST", uri.toString()));
    }

    private static Path folder(Map<String, String> environment) {
        String given = environment.getOrDefault("DOCKER_CONFIG", "");
        return given.isBlank() ? Home.folder(environment).resolve(".docker") : path("DOCKER_CONFIG", given);
    }

    private static Path path(String variable, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw EngineSentences.sentence("address.folder", variable, text);
        }
    }

    private static JsonNode config(Path file) {
        JsonNode config = read(file);
        if (config.isMissingNode() && Files.exists(file)) {
            throw EngineSentences.sentence("context.config", file);
        }
        return config;
    }

    private static JsonNode read(Path file) {
        try {
            return Files.isReadable(file) ? EngineJson.MAPPER.readTree(file.toFile()) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
