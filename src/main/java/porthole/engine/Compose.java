package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Listing;
import porthole.network.Container;

/**
 * {@code docker compose --file FILE …}, through the installed Compose: the v2 plugin, else {@code docker-compose}. The
 * project is the user's; a second file beside it puts the owner's labels on what is made, and stand-ins where no hub
 * answers.
 */
public final class Compose {
    private static final String PROJECT = "com.docker.compose.project";

    private final Session session;
    private final Images images;
    private final Path file;
    private @Nullable List<String> tool;
    private @Nullable ComposeOutline outline;

    Compose(Session session, Images images, Path file) {
        this.session = session;
        this.images = images;
        this.file = file.toAbsolutePath().normalize();
    }

    /** The file, absolute. */
    public Path file() {
        return file;
    }

    /** {@code COMPOSE_PROJECT_NAME}, else {@code name:} in the file, else its folder's name as Compose simplifies it. */
    public String project() {
        String given = System.getenv().getOrDefault("COMPOSE_PROJECT_NAME", "");
        if (!given.isBlank()) {
            return given;
        }
        return outline().name().orElseGet(() -> {
            Path folder = file.getParent();
            String name = folder == null || folder.getFileName() == null
                    ? "default"
                    : folder.getFileName().toString();
            return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        });
    }

    /**
     * {@code up --detach}; the project's containers. What Compose prints goes to the notices.
     *
     * @throws EngineException where there is no Compose, no such file, or Compose fails; what it had begun is taken down
     */
    public Listing<Container> up() {
        boolean fresh = ps(false).isEmpty();
        Optional<Path> override = override();
        Optional<Path> moved = session.ports().isEmpty()
                ? Optional.empty()
                : temporary(session.ports().composed(text()));
        try {
            List<String> files =
                    new ArrayList<>(List.of("--file", moved.map(Path::toString).orElse(file.toString())));
            override.ifPresent(more -> files.addAll(List.of("--file", more.toString())));
            run(files, List.of("up", "--detach"));
        } catch (EngineException e) {
            if (fresh) {
                session.api().tidying().run(this::down);
            }
            throw e;
        } finally {
            override.ifPresent(Compose::delete);
            moved.ifPresent(Compose::delete);
        }
        return ps(false);
    }

    /** {@code down}. Containers of others that are plugged into the project's networks are unplugged first. */
    public void down() {
        unplugOthers();
        run(List.of("--file", file.toString()), List.of("down"));
    }

    /** The engine removes no network in use, and Compose would stop half-way. */
    private void unplugOthers() {
        List<Container> all =
                Mapper.containers(session.api().get(Query.of("/containers/json").with("all", true)));
        for (JsonNode network : session.api().get(Query.of("/networks").filter("label", PROJECT + "=" + project()))) {
            String id = Mapper.text(network, "Id");
            all.stream()
                    .filter(c -> !project().equals(c.labels().get(PROJECT)))
                    .filter(c ->
                            c.endpoints().stream().anyMatch(e -> e.networkId().equals(id)))
                    .forEach(c -> unplug(c, id, Mapper.text(network, "Name")));
        }
    }

    private void unplug(Container container, String id, String network) {
        session.api()
                .post(
                        Query.of("/networks/{}/disconnect", id),
                        Json.object().put("Container", container.id()).put("Force", true));
        session.notices().note(Errors.SENTENCES.say("compose.unplugged", container.name(), network));
    }

    /** The project's containers, running or not. */
    public Listing<Container> ps() {
        return ps(true);
    }

    private Listing<Container> ps(boolean tell) {
        if (tell) {
            session.notices().command(line(List.of("ps", "--all")));
        }
        return Tables.containers(Mapper.containers(session.api()
                .get(Query.of("/containers/json").with("all", true).filter("label", PROJECT + "=" + project()))));
    }

    private void run(List<String> files, List<String> words) {
        session.notices().command(line(words));
        List<String> command = new ArrayList<>(tool());
        command.addAll(List.of("--project-name", project()));
        command.addAll(List.of("--project-directory", folder().toString()));
        command.addAll(files);
        command.addAll(words);
        ExecResult result = execute(command, session.notices()::note);
        if (!result.success()) {
            throw failure(words.get(0), (result.stderr() + result.stdout()).strip());
        }
    }

    private EngineException failure(String word, String complaint) {
        return new RunErrors(session.api())
                .port(complaint)
                .or(() -> ComposeFault.of(file, text(), complaint))
                .orElseGet(() -> Errors.sentence("compose.failed", word, file, complaint));
    }

    private String line(List<String> words) {
        return new CommandLine(tool().toArray(String[]::new))
                .words("--file", file.toString())
                .words(words)
                .toString();
    }

    private ExecResult execute(List<String> command, java.util.function.Consumer<String> lines) {
        return Program.run(command, environment(), folder(), lines)
                .orElseThrow(() -> Errors.sentence("compose.missing", file));
    }

    private Path folder() {
        Path folder = file.getParent();
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }

    private Map<String, String> environment() {
        return session.api().address().environment();
    }

    private List<String> tool() {
        List<String> known = tool;
        if (known == null) {
            if (!Files.isRegularFile(file)) {
                throw Errors.sentence("compose.file", file);
            }
            known = plugin().or(Compose::standalone).orElseThrow(() -> Errors.sentence("compose.missing", file));
            tool = known;
        }
        return known;
    }

    private Optional<List<String>> plugin() {
        return Program.run(List.of("docker", "compose", "version"), environment(), folder(), line -> {})
                .filter(ExecResult::success)
                .map(any -> List.of("docker", "compose"));
    }

    /** Compose v1, looked for rather than asked: its start alone takes most of a second. */
    private static Optional<List<String>> standalone() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "docker-compose"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(any -> List.of("docker-compose"));
    }

    private ComposeOutline outline() {
        ComposeOutline known = outline;
        if (known == null) {
            List<String> command = new ArrayList<>(tool());
            command.addAll(List.of("--file", file.toString(), "config"));
            ExecResult config = execute(command, line -> {});
            if (!config.success()) {
                throw failure("config", config.stderr().strip());
            }
            known = ComposeOutline.read(config.stdout(), text());
            outline = known;
        }
        return known;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EngineException(Errors.SENTENCES.say("compose.file", file), e);
        }
    }

    private Optional<Path> override() {
        String text = outline()
                .override(session.owner().labels(), image -> images.find(image).isPresent() ? image : obtain(image));
        return temporary(text);
    }

    private Optional<Path> temporary(String text) {
        try {
            Path more = Files.createTempFile("porthole-compose", ".yaml");
            Files.writeString(more, text);
            return Optional.of(more);
        } catch (IOException e) {
            session.notices().warning(Errors.SENTENCES.say("compose.unowned", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Where neither hub nor stand-in has it, Compose itself shall say so. */
    private String obtain(String image) {
        return StandIns.of(image).isPresent() ? images.obtain(image) : image;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A small file in the temporary folder may stay.
        }
    }
}
