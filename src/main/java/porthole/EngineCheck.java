package porthole;

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
import porthole.engine.Docker;
import porthole.engine.answer.Engine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineVersion;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;

/** What {@code doctor} finds at the engine. */
final class EngineCheck {
    /** Debian 12's engine speaks this one; older engines are untried. */
    private static final Version OLDEST_TRIED = Version.parse("1.41");

    private EngineCheck() {}

    /** The engine that the command line would speak to, and what its chapters need. */
    static List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        try (Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess(""))) {
            EngineVersion version = docker.version();
            findings.add(Finding.good("Engine", version.engine() + ", " + version.platform()));
            findings.add(api(version));
            findings.addAll(networks(docker.info()));
            boolean hub = hubAnswers();
            findings.add(hub(hub));
            findings.add(images(docker, hub));
        } catch (EngineException e) {
            findings.add(Finding.missing("Engine", "does not answer", String.valueOf(e.getMessage())));
        }
        findings.add(compose());
        return findings;
    }

    private static Finding api(EngineVersion version) {
        String state = version.api() + " (the engine's: " + version.oldestApi() + " to " + version.newestApi() + ")";
        return Version.parse(version.newestApi()).compareTo(OLDEST_TRIED) < 0
                ? Finding.lacking(
                        "API", state, "untried; engines from 20.10 (API " + OLDEST_TRIED + ") are known to work")
                : Finding.good("API", state);
    }

    private static List<Finding> networks(Engine engine) {
        String names = String.join(", ", engine.networkDrivers());
        Finding drivers = engine.networkDrivers().contains("bridge")
                ? Finding.good("Network drivers", names)
                : Finding.missing("Network drivers", names, "this engine has no bridge driver");
        // The engine does not tell; for one on this machine, Linux does.
        boolean balances = Files.exists(Path.of("/proc/net/ip_vs"))
                || Files.exists(Path.of("/lib/modules", engine.kernelVersion(), "kernel/net/netfilter/ipvs"));
        Finding swarm = balances
                ? Finding.good("Swarm's virtual addresses", "IP_VS is there")
                : Finding.lacking(
                        "Swarm's virtual addresses",
                        "this machine's Linux has no IP_VS",
                        "use tasks.NAME and mode=host instead");
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

    private static Finding images(Docker docker, boolean hub) {
        List<String> tags =
                docker.images().stream().flatMap(image -> image.tags().stream()).toList();
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
        Optional<String> plugin = OtherProgram.firstLine("docker", "compose", "version");
        Optional<String> program = OtherProgram.firstLine("docker-compose", "version", "--short");
        return plugin.or(() -> program.map(version -> "docker-compose " + version))
                .map(state -> Finding.good("Compose", state))
                .orElseGet(() -> Finding.lacking(
                        "Compose",
                        "neither \"docker compose\" nor docker-compose",
                        OperatingSystem.here().installedBy("./porthole start")));
    }
}
