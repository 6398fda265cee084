package porthole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code doctor} finds at the engine. */
final class EngineCheck {
    /** Debian 12's and Ubuntu 22.04's engines speak newer ones; older engines are untried. */
    private static final Version OLDEST_TRIED = Version.parse("1.41");

    private EngineCheck() {}

    static List<Finding> look(EngineSocket engine) {
        List<Finding> findings = new ArrayList<>();
        try {
            JsonNode version = engine.call("GET", "/version");
            findings.add(Finding.good("Engine", version.path("Version").asText() + " at " + engine.host()));
            findings.add(api(version));
            findings.addAll(drivers(engine.call("GET", "/info")));
            boolean hub = hubAnswers();
            findings.add(hub(hub));
            findings.add(images(engine, hub));
        } catch (IOException e) {
            findings.add(absent(engine, e));
        }
        findings.add(compose());
        return findings;
    }

    private static Finding absent(EngineSocket engine, IOException failure) {
        String path = engine.host().replaceFirst("^unix://", "");
        boolean refused = path.startsWith("/") && Files.exists(Path.of(path)) && !Files.isWritable(Path.of(path));
        return refused
                ? Finding.missing(
                        "Engine",
                        "you may not write to " + path,
                        "sudo usermod -aG docker \"$USER\", then log in again")
                : Finding.missing(
                        "Engine",
                        "none answers at " + engine.host() + ": " + failure.getMessage(),
                        "./porthole start installs and starts one");
    }

    private static Finding api(JsonNode version) {
        String newest = version.path("ApiVersion").asText();
        String range =
                newest + " (oldest it takes: " + version.path("MinAPIVersion").asText() + ")";
        return newest.isEmpty() || Version.parse(newest).compareTo(OLDEST_TRIED) < 0
                ? Finding.lacking(
                        "API", range, "untried; engines from 20.10 (API " + OLDEST_TRIED + ") are known to work")
                : Finding.good("API", range);
    }

    private static List<Finding> drivers(JsonNode engine) {
        List<String> names = new ArrayList<>();
        engine.path("Plugins").path("Network").forEach(name -> names.add(name.asText()));
        Finding drivers = names.contains("bridge")
                ? Finding.good("Network drivers", String.join(", ", names))
                : Finding.missing("Network drivers", String.join(", ", names), "this engine has no bridge driver");
        boolean balances = Files.exists(Path.of("/proc/net/ip_vs"))
                || Files.exists(
                        Path.of("/lib/modules", engine.path("KernelVersion").asText(), "kernel/net/netfilter/ipvs"));
        Finding swarm = balances
                ? Finding.good("Swarm's virtual addresses", "IP_VS is there")
                : Finding.lacking(
                        "Swarm's virtual addresses",
                        "this kernel has no IP_VS",
                        "chapters use tasks.NAME and mode=host instead");
        return List.of(drivers, swarm);
    }

    private static boolean hubAnswers() {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("https://registry-1.docker.io/v2/"))
                .timeout(Duration.ofSeconds(4))
                .build();
        try {
            // 401: the hub wants a token first, which is what an anonymous pull begins with.
            int status = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .build()
                    .send(ask, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 200 || status == 401;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Finding hub(boolean answers) {
        return answers
                ? Finding.good("Docker Hub", "answers")
                : Finding.good("Docker Hub", "does not answer; porthole's own images stand in");
    }

    private static Finding images(EngineSocket engine, boolean hub) throws IOException {
        List<String> tags = new ArrayList<>();
        engine.call("GET", "/images/json")
                .forEach(image -> image.path("RepoTags").forEach(tag -> tags.add(tag.asText())));
        List<String> ours = Stream.of("nginx", "curl", "tools")
                .map(name -> "porthole/" + name + ":latest")
                .toList();
        List<String> present = ours.stream().filter(tags::contains).toList();
        if (hub || present.size() == ours.size()) {
            return Finding.good(
                    "Stand-in images", present.isEmpty() ? "none, none needed" : String.join(", ", present));
        }
        return Finding.missing(
                "Stand-in images", present.size() + " of " + ours.size() + " are here", "kernel/images/build");
    }

    private static Finding compose() {
        Optional<String> plugin = Program.firstLine("docker", "compose", "version");
        Optional<String> program = Program.firstLine("docker-compose", "version", "--short");
        return plugin.or(() -> program.map(version -> "docker-compose " + version))
                .map(state -> Finding.good("Compose", state))
                .orElseGet(() -> Finding.lacking(
                        "Compose", "neither \"docker compose\" nor docker-compose", "apt-get install docker-compose"));
    }
}
