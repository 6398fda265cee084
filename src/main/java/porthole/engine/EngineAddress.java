package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Where an engine listens. Found as the command line finds it
 * (https://docs.docker.com/engine/manage-resources/contexts/): {@code DOCKER_HOST}, {@code DOCKER_CONTEXT}, the
 * current context of {@code config.json}, the local socket.
 *
 * @param uri {@code unix:///var/run/docker.sock}, {@code tcp://host:2376}
 * @param certificates the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}; empty without TLS
 */
record EngineAddress(URI uri, Optional<Path> certificates) {
    private static final String LOCAL = "unix:///var/run/docker.sock";

    static EngineAddress of(String address) {
        try {
            URI uri = URI.create(address.startsWith("/") ? "unix://" + address : address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            return switch (scheme) {
                case "unix", "tcp", "npipe", "http", "https", "ssh" -> new EngineAddress(uri, Optional.empty());
                default -> throw Errors.sentence("address.bad", address);
            };
        } catch (IllegalArgumentException e) {
            throw Errors.sentence("address.bad", address);
        }
    }

    /** An address, or the name of a Docker context. */
    static EngineAddress named(String addressOrContext, Map<String, String> environment) {
        boolean address = addressOrContext.contains("://") || addressOrContext.startsWith("/");
        if (address) {
            return of(addressOrContext);
        }
        return addressOrContext.equals("default") ? of(LOCAL) : ofContext(folder(environment), addressOrContext);
    }

    static EngineAddress find(Map<String, String> environment) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        Path folder = folder(environment);
        if (!host.isBlank()) {
            boolean tls = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
            String certificates = environment.getOrDefault("DOCKER_CERT_PATH", folder.toString());
            return new EngineAddress(of(host).uri, tls ? Optional.of(Path.of(certificates)) : Optional.empty());
        }
        String context = environment.getOrDefault("DOCKER_CONTEXT", "");
        if (context.isBlank()) {
            context = read(folder.resolve("config.json")).path("currentContext").asText("");
        }
        return context.isBlank() || context.equals("default") ? of(LOCAL) : ofContext(folder, context);
    }

    private static EngineAddress ofContext(Path folder, String context) {
        String digest = sha256(context);
        JsonNode meta = read(folder.resolve(Path.of("contexts", "meta", digest, "meta.json")));
        String host = meta.path("Endpoints").path("docker").path("Host").asText("");
        if (host.isBlank()) {
            throw Errors.sentence("context.unknown", context, folder);
        }
        Path certificates = folder.resolve(Path.of("contexts", "tls", digest, "docker"));
        return new EngineAddress(
                of(host).uri, Files.isDirectory(certificates) ? Optional.of(certificates) : Optional.empty());
    }

    /** The socket's file, where it is one. */
    Optional<Path> socket() {
        return "unix".equals(uri.getScheme()) ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
    }

    /** What the installed command line must find in its environment to speak to the same engine. */
    Map<String, String> environment() {
        return certificates
                .map(path -> Map.of(
                        "DOCKER_HOST", uri.toString(), "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", path.toString()))
                .orElse(Map.of("DOCKER_HOST", uri.toString()));
    }

    private static Path folder(Map<String, String> environment) {
        String given = environment.getOrDefault("DOCKER_CONFIG", "");
        return given.isBlank() ? Path.of(System.getProperty("user.home", "."), ".docker") : Path.of(given);
    }

    private static JsonNode read(Path file) {
        try {
            return Files.isReadable(file) ? new ObjectMapper().readTree(file.toFile()) : MissingNode.getInstance();
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
