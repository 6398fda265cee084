package porthole.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Listing;
import porthole.engine.answer.Mapper;
import porthole.engine.answer.Tables;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Query;
import porthole.engine.container.RunErrors;
import porthole.engine.image.Images;
import porthole.engine.image.StandIns;
import porthole.engine.owner.Belongings;
import porthole.network.Container;

/**
 * The commands {@code docker compose --file FILE …}, run by the installed Compose: the plugin of {@code docker}, else
 * {@code docker-compose}. It is given the files as they are; only if no registry answers, a second file names stand-in
 * images. What it makes is found by Compose's own labels, and noted as this session's.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/compose/">docker compose</a>
 */
public final class Compose {
    private final EngineSession session;
    private final Images images;
    private final Path file;
    private final List<Path> files = new ArrayList<>();
    private final List<String> profiles = new ArrayList<>();
    private @Nullable List<String> tool;
    private @Nullable ComposeOutline outline;

    /**
     * Opens a Compose file. Nothing is read or run yet.
     *
     * @param session the connection to the engine
     * @param images finds images and their stand-ins
     * @param file a path, relative to the working directory or absolute
     */
    public Compose(EngineSession session, Images images, Path file) {
        this.session = session;
        this.images = images;
        this.file = file.toAbsolutePath().normalize();
        files.add(this.file);
    }

    /**
     * {@code --file FILE} once more: adds a file whose settings go over those of the files before it.
     *
     * @param more a path, relative to the working directory or absolute
     * @return this object
     */
    public Compose file(String more) {
        files.add(Path.of(more).toAbsolutePath().normalize());
        return this;
    }

    /**
     * {@code --profile NAME}: includes the services of a profile.
     *
     * @param name the profile's name
     * @return this object
     */
    public Compose profile(String name) {
        profiles.add(name);
        return this;
    }

    /** Gives the absolute path of the first file. */
    public Path file() {
        return file;
    }

    /**
     * Gives the project's name: {@code COMPOSE_PROJECT_NAME}, else {@code name:} in the file, else the name of the
     * file's folder as Compose simplifies it.
     */
    public String project() {
        String given = System.getenv().getOrDefault("COMPOSE_PROJECT_NAME", "");
        if (!given.isBlank()) {
            return given;
        }
        return outline().name().or(this::named).orElseGet(() -> {
            Path folder = file.getParent();
            String name = folder == null || folder.getFileName() == null
                    ? "default"
                    : folder.getFileName().toString();
            return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        });
    }

    /** Compose v1 reads it there, and tells it nowhere. */
    private Optional<String> named() {
        try (Stream<String> lines = Files.lines(folder().resolve(".env"))) {
            return lines.filter(l -> l.startsWith("COMPOSE_PROJECT_NAME="))
                    .map(l -> l.substring(l.indexOf('=') + 1).strip())
                    .filter(l -> !l.isEmpty())
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /**
     * {@code docker compose up --detach}: makes and starts what the files describe. What Compose prints is shown while
     * it runs.
     *
     * @return the project's containers
     * @throws EngineException if Compose is not installed, a file does not exist, or Compose fails (what it had made is
     *     removed)
     */
    public Listing<Container> up() {
        Belongings made = session.api().made();
        ComposeThings things = things();
        Set<Belongings.Entry> former = things.now();
        boolean ours = things.areOf(made, former);
        String begun = System.currentTimeMillis() / 1000 + " " + project();
        if (ours) {
            made.add(Belongings.Kind.PROJECT, begun);
        } else {
            session.notices().note(EngineSentences.SENTENCES.say("compose.others", project()));
        }
        List<Path> temporary = new ArrayList<>();
        try {
            run(used(temporary), List.of("up", "--detach"));
        } catch (EngineException e) {
            session.api().tidying().run(() -> things.removeAllBut(former));
            made.remove(Belongings.Kind.PROJECT, begun);
            throw e;
        } finally {
            temporary.forEach(Compose::delete);
        }
        if (ours) {
            things.now().forEach(thing -> made.add(thing.kind(), thing.key()));
            made.remove(Belongings.Kind.PROJECT, begun);
        }
        return ps(false);
    }

    private ComposeThings things() {
        return new ComposeThings(session.api(), project());
    }

    /** The user's files, with other ports where those are to be used, and stand-in images where they are needed. */
    private List<Path> used(List<Path> temporary) {
        List<Path> used = new ArrayList<>();
        for (Path each : files) {
            Path path =
                    session.ports().isEmpty() ? each : temporary(session.ports().composed(text(each)));
            if (!path.equals(each)) {
                temporary.add(path);
            }
            used.add(path);
        }
        outline()
                .standIns(image -> images.find(image).isPresent() ? image : obtain(image))
                .map(this::temporary)
                .ifPresent(path -> {
                    temporary.add(path);
                    used.add(path);
                });
        return used;
    }

    /**
     * {@code docker compose down}: removes the project's containers and networks. Containers of others that are
     * connected to its networks are disconnected first; a note says so.
     *
     * @throws EngineException if Compose is not installed, a file does not exist, or Compose fails
     */
    public void down() {
        unplugOthers();
        run(files, List.of("down"));
    }

    /** The engine removes no network in use, and Compose would stop half-way. */
    private void unplugOthers() {
        List<Container> all =
                Mapper.containers(session.api().get(Query.of("/containers/json").with("all", true)));
        for (JsonNode network : session.api().get(things().filtered("/networks"))) {
            String id = EngineJson.text(network, "Id");
            all.stream()
                    .filter(c -> !project().equals(c.labels().get(ComposeThings.LABEL)))
                    .filter(c ->
                            c.endpoints().stream().anyMatch(e -> e.networkId().equals(id)))
                    .forEach(c -> unplug(c, id, EngineJson.text(network, "Name")));
        }
    }

    private void unplug(Container container, String id, String network) {
        session.api()
                .post(
                        Query.of("/networks/{}/disconnect", id),
                        EngineJson.object().put("Container", container.id()).put("Force", true));
        session.notices().note(EngineSentences.SENTENCES.say("compose.unplugged", container.name(), network));
    }

    /** {@code docker compose ps --all}: lists the project's containers, running or not. */
    public Listing<Container> ps() {
        return ps(true);
    }

    private Listing<Container> ps(boolean tell) {
        if (tell) {
            session.notices().command(line(List.of("ps", "--all")));
        }
        return Tables.containers(Mapper.containers(
                session.api().get(things().filtered("/containers/json").with("all", true))));
    }

    private void run(List<Path> paths, List<String> words) {
        session.notices().command(line(words));
        List<String> command = new ArrayList<>(tool());
        command.addAll(List.of("--project-name", project()));
        command.addAll(List.of("--project-directory", folder().toString()));
        command.addAll(chosen(paths));
        command.addAll(words);
        ExecResult result = execute(command, line -> ComposeProgress.end(line).ifPresent(session.notices()::note));
        if (!result.success()) {
            throw failure(words.get(0), (result.stderr() + result.stdout()).strip());
        }
    }

    private EngineException failure(String word, String complaint) {
        return new RunErrors(session.api())
                .port(complaint)
                .or(() -> ComposeFault.of(file, text(file), complaint))
                .orElseGet(() -> EngineSentences.sentence("compose.failed", word, file, complaint));
    }

    private List<String> chosen(List<Path> paths) {
        List<String> words = new ArrayList<>();
        paths.forEach(path -> words.addAll(List.of("--file", path.toString())));
        profiles.forEach(profile -> words.addAll(List.of("--profile", profile)));
        return words;
    }

    private String line(List<String> words) {
        return new CommandLine(tool().toArray(String[]::new))
                .words(chosen(files))
                .words(words)
                .toString();
    }

    private ExecResult execute(List<String> command, java.util.function.Consumer<String> lines) {
        return session.api()
                .program(command, environment(), folder(), lines)
                .orElseThrow(() -> EngineSentences.sentence("compose.missing", file));
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
            files.stream().filter(f -> !Files.isRegularFile(f)).findFirst().ifPresent(missing -> {
                throw EngineSentences.sentence("compose.file", missing);
            });
            known = plugin().or(this::standalone).orElseThrow(() -> EngineSentences.sentence("compose.missing", file));
            tool = known;
        }
        return known;
    }

    private Optional<List<String>> plugin() {
        return session.api()
                .program(List.of("docker", "compose", "version"), environment(), folder(), line -> {})
                .filter(ExecResult::success)
                .map(any -> List.of("docker", "compose"));
    }

    private Optional<List<String>> standalone() {
        String there = session.api().origin().ofMachine("docker-compose in PATH", () -> String.valueOf(isInPath()));
        return Boolean.parseBoolean(there) ? Optional.of(List.of("docker-compose")) : Optional.empty();
    }

    /** Compose v1, looked for rather than asked: its start alone takes most of a second. */
    private static boolean isInPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "docker-compose"))
                .anyMatch(Files::isExecutable);
    }

    private ComposeOutline outline() {
        ComposeOutline known = outline;
        if (known == null) {
            List<String> command = new ArrayList<>(tool());
            command.addAll(chosen(files));
            command.add("config");
            ExecResult config = execute(command, line -> {});
            if (!config.success()) {
                throw failure("config", config.stderr().strip());
            }
            known = ComposeOutline.read(config.stdout(), text(file));
            outline = known;
        }
        return known;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EngineException(EngineSentences.SENTENCES.say("compose.file", file), e);
        }
    }

    private Path temporary(String text) {
        try {
            Path more = Files.createTempFile("porthole-compose", ".yaml");
            Files.writeString(more, text);
            return more;
        } catch (IOException e) {
            throw new EngineException(
                    EngineSentences.SENTENCES.say("compose.temporary", file, String.valueOf(e.getMessage())), e);
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
