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
import porthole.engine.recording.Recording;

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
            findings.add(Finding.good("engine", version.engine() + ", " + version.platform()));
            findings.add(api(version));
            findings.addAll(networks(docker.info()));
            boolean hub = hubAnswers();
            findings.add(hub(hub));
            findings.add(images(docker, hub));
        } catch (EngineException e) {
            findings.add(
                    Finding.missing("engine", CommandSentences.say("doctor.silent"), String.valueOf(e.getMessage())));
            recordings().ifPresent(findings::add);
        }
        findings.add(compose());
        return findings;
    }

    /** What answers without an engine: the recordings in this folder and the next two below it. */
    private static Optional<Finding> recordings() {
        try (Stream<Path> files = Files.walk(Path.of(""), 3)) {
            long count =
                    files.filter(f -> f.toString().endsWith(Recording.ENDING)).count();
            return count == 0
                    ? Optional.empty()
                    : Optional.of(Finding.good("recordings", CommandSentences.say("doctor.recordings", count)));
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty(); // what cannot be read offers nothing
        }
    }

    private static Finding api(EngineVersion version) {
        String state = CommandSentences.say("doctor.api", version.api(), version.oldestApi(), version.newestApi());
        return Version.parse(version.newestApi()).compareTo(OLDEST_TRIED) < 0
                ? Finding.lacking("api", state, CommandSentences.say("doctor.api.old", OLDEST_TRIED))
                : Finding.good("api", state);
    }

    private static List<Finding> networks(Engine engine) {
        String names = String.join(", ", engine.networkDrivers());
        Finding drivers = engine.networkDrivers().contains("bridge")
                ? Finding.good("drivers", names)
                : Finding.missing("drivers", names, CommandSentences.say("doctor.drivers.bridge"));
        // The engine does not tell; for one on this machine, Linux does.
        boolean balances = Files.exists(Path.of("/proc/net/ip_vs"))
                || Files.exists(Path.of("/lib/modules", engine.kernelVersion(), "kernel/net/netfilter/ipvs"));
        Finding swarm = balances
                ? Finding.good("swarm", CommandSentences.say("doctor.swarm.good"))
                : Finding.lacking(
                        "swarm",
                        CommandSentences.say("doctor.swarm.none"),
                        CommandSentences.say("doctor.swarm.instead"));
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
                ? Finding.good("hub", CommandSentences.say("doctor.answers"))
                : Finding.good("hub", CommandSentences.say("doctor.hub.none"));
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
                    "images",
                    present.isEmpty() ? CommandSentences.say("doctor.images.unneeded") : String.join(", ", present));
        }
        return Finding.missing(
                "images",
                CommandSentences.say("doctor.images.some", present.size(), ours.size()),
                "kernel/images/build");
    }

    private static Finding compose() {
        Optional<String> plugin = OtherProgram.firstLine("docker", "compose", "version");
        Optional<String> program = OtherProgram.firstLine("docker-compose", "version", "--short");
        return plugin.or(() -> program.map(version -> "docker-compose " + version))
                .map(state -> Finding.good("compose", state))
                .orElseGet(() -> Finding.lacking(
                        "compose",
                        CommandSentences.say("doctor.compose.none"),
                        OperatingSystem.here().installedBy("./porthole start")));
    }
}
