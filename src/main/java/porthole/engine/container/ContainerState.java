package porthole.engine.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import porthole.display.Listing;
import porthole.engine.answer.ContainerUsage;
import porthole.engine.answer.Event;
import porthole.engine.answer.FileChange;
import porthole.engine.answer.Mapper;
import porthole.engine.answer.Tables;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.NotRunning;
import porthole.engine.api.OwnPrune;
import porthole.engine.api.ParallelCalls;
import porthole.engine.api.Query;
import porthole.engine.format.LogTimes;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.Lookup;
import porthole.network.Container;

/** {@code docker ps}, {@code wait}, {@code top}, {@code stats}, {@code diff}, {@code update} and {@code events}. */
public final class ContainerState {
    /** What {@code docker ps} leaves out. */
    private static final Set<String> STOPPED = Set.of("created", "exited", "dead", "removing");

    private final EngineSession session;
    private final Api api;
    private final Lookup lookup;

    public ContainerState(EngineSession session) {
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
    }

    public Listing<Container> ps(PsSpec spec) {
        session.notices().command(spec.commandLine());
        List<Container> found = Mapper.containers(api.get(spec.path()));
        return Tables.containers(found.stream()
                .filter(c -> spec.takesStopped() || !STOPPED.contains(c.state()))
                .toList());
    }

    public int await(String name) {
        tell(new CommandLine("docker", "wait", name));
        JsonNode end = call(name, () -> api.post(Query.of("/containers/{}/wait", name)));
        JsonNode code = end.path("StatusCode");
        if (!code.isIntegralNumber()) {
            throw EngineSentences.sentence("wait.unknown", name);
        }
        return code.asInt();
    }

    public Listing<List<String>> top(String name, List<String> ps) {
        tell(new CommandLine("docker", "top", name).words(ps));
        Query path = Query.of("/containers/{}/top", name);
        JsonNode found = call(name, () -> api.get(ps.isEmpty() ? path : path.with("ps_args", String.join(" ", ps))));
        List<List<String>> rows = new ArrayList<>();
        found.path("Processes").forEach(row -> rows.add(words(row)));
        return new Listing<>(rows, words(found.path("Titles")), row -> row);
    }

    private static List<String> words(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(each -> all.add(each.asText("")));
        return all;
    }

    /** All at once: an engine measures each for a second or two. */
    public Listing<ContainerUsage> stats(boolean all, List<String> names) {
        tell(new CommandLine("docker", "stats", "--no-stream")
                .flag("--all", all)
                .words(names));
        List<Container> wanted = names.isEmpty()
                ? lookup.containers().stream().filter(c -> all || c.running()).toList()
                : names.stream().map(lookup::requireContainer).toList();
        List<Callable<ContainerUsage>> work = new ArrayList<>();
        for (Container c : wanted) {
            Query path = Query.of("/containers/{}/stats", c.id()).with("stream", "false");
            work.add(() -> ContainerUsage.of(c.name(), call(c.name(), () -> api.get(path))));
        }
        return Tables.usages(ParallelCalls.all(wanted.size(), work));
    }

    public Listing<FileChange> diff(String name) {
        tell(new CommandLine("docker", "diff", name));
        List<FileChange> all = new ArrayList<>();
        call(name, () -> api.get(Query.of("/containers/{}/changes", name)))
                .forEach(c -> all.add(FileChange.of(c.path("Kind").asInt(), EngineJson.text(c, "Path"))));
        return Tables.changes(all);
    }

    public List<String> update(UpdateSpec spec, String... names) {
        CommandLine line = new CommandLine("docker", "update");
        spec.settings.tell(line);
        tell(line.words(names));
        ObjectNode body = EngineJson.object();
        spec.settings.into(body);
        if (body.isEmpty() && !spec.settings.has("--restart")) {
            throw EngineSentences.sentence("update.empty");
        }
        spec.settings.value("--restart").ifPresent(policy -> RunRequest.restart(body, policy, false));
        return Lookup.each(
                names,
                name -> call(name, () -> api.post(Query.of("/containers/{}/update", name), body))
                        .path("Warnings")
                        .forEach(warning -> session.notices().warning(warning.asText(""))));
    }

    public Listing<Event> events(String since, String until, List<String> filters) {
        Instant now = Instant.now();
        tell(new CommandLine("docker", "events", "--since", since, "--until", until).options("--filter", filters));
        Query path = Query.of("/events")
                .with("since", LogTimes.seconds("--since", since, now))
                .with("until", LogTimes.seconds("--until", until, now))
                .filters(filters);
        List<Event> all = api.call("GET", path, null, body -> {
            List<Event> read = new ArrayList<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            for (String each = lines.readLine(); each != null; each = lines.readLine()) {
                if (!each.isBlank()) {
                    read.add(Event.of(EngineJson.MAPPER.readTree(each)));
                }
            }
            return read;
        });
        return Tables.events(all);
    }

    /** {@code docker container prune} of what this session made. */
    public List<String> prune(List<String> filters) {
        List<String> all = new ArrayList<>(filters);
        all.add(0, "label=" + Owner.SESSION + "=" + session.owner().session());
        tell(new CommandLine("docker", "container", "prune", "--force").options("--filter", all));
        session.notices().note(EngineSentences.SENTENCES.say("prune.own.containers"));
        List<Container> before = lookup.containers();
        JsonNode listed = api.get(Query.of("/containers/json").with("all", true));
        return OwnPrune.of(api, Belongings.Kind.CONTAINER, listed, "/containers/prune", all, "ContainersDeleted")
                .stream()
                .map(id -> before.stream()
                        .filter(c -> c.id().equals(id))
                        .map(Container::name)
                        .findFirst()
                        .orElse(id))
                .toList();
    }

    private JsonNode call(String name, Supplier<JsonNode> call) {
        try {
            return call.get();
        } catch (ApiFailure e) {
            if (e.status() == 404) {
                throw api.versions().isPodman() && lookup.container(name).isPresent()
                        ? EngineSentences.podman(api, "docker update")
                        : lookup.unknownContainer(name);
            }
            if (e.says("is not running")) {
                throw lookup.container(name)
                        .<EngineException>map(NotRunning::of)
                        .orElse(e);
            }
            throw e;
        }
    }

    private void tell(CommandLine line) {
        session.notices().command(line.toString());
    }
}
