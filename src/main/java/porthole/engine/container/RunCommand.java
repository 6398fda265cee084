package porthole.engine.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import porthole.engine.answer.Mapper;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.api.StreamFrames;
import porthole.engine.image.Images;
import porthole.engine.network.Attachment;
import porthole.engine.network.ConnectSpec;
import porthole.engine.network.NetworkErrors;
import porthole.engine.owner.Belongings;
import porthole.engine.sandbox.Interfaces;
import porthole.engine.sandbox.LiveOutput;
import porthole.engine.sandbox.Lookup;
import porthole.network.Container;

/** {@code docker run}: image, container, start; and nothing half-made where one of them fails. */
public final class RunCommand {
    private static final long SHELL_LIMIT_MILLISECONDS = 2000;
    private static final Set<String> SHELLS = Set.of("sh", "bash", "/bin/sh", "/bin/bash", "ash", "dash", "zsh");

    private final EngineSession session;
    private final Api api;
    private final Images images;
    private final RunErrors errors;

    public RunCommand(EngineSession session, Images images) {
        this.session = session;
        this.api = session.api();
        this.images = images;
        this.errors = new RunErrors(api);
    }

    /** {@code docker create}: the same, but not started. */
    public Container make(RunSpec spec) {
        ports(spec);
        spec.settings.forget("--detach");
        session.notices().command(spec.commandLine("create"));
        Made made = create(spec);
        return seen(made.id()).orElseGet(() -> gone(made.id(), EngineJson.object()));
    }

    /** Ports of the host that are used instead of those that are taken. */
    private void ports(RunSpec spec) {
        spec.settings.replace(
                "--publish",
                spec.settings.values("--publish").stream()
                        .map(session.ports()::published)
                        .toList());
    }

    public Run run(RunSpec spec) {
        ports(spec);
        session.notices().command(spec.commandLine());
        Made made = create(spec);
        try {
            if (spec.isForeground() && !spec.waits()) {
                session.notices().note(EngineSentences.SENTENCES.say("run.interactive"));
            }
            start(made.id(), spec);
            return spec.waits() ? foreground(made.id(), spec) : detached(made.id(), spec);
        } catch (EngineException e) {
            if (e instanceof StartedAlready) {
                throw e;
            }
            api.tidying().run(() -> remove(made.id()));
            if (!made.replaced() || e instanceof InterruptedCall) {
                throw e;
            }
            String name = spec.given().orElse("");
            throw new EngineException(e.getMessage() + " " + EngineSentences.SENTENCES.say("run.lost", name), e);
        }
    }

    /**
     * @param replaced whether another container gave way to it
     */
    private record Made(String id, boolean replaced) {}

    /** Marks nothing but a failure to look at a container that runs well. */
    private static final class StartedAlready extends EngineException {
        private static final long serialVersionUID = 1L;

        StartedAlready(EngineException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    private Made create(RunSpec spec) {
        if (spec.image.isBlank()) {
            throw EngineSentences.sentence("image.bad", spec.image);
        }
        String image = image(spec);
        ObjectNode body = request(spec, image);
        Successor successor = new Successor(api);
        Optional<String> old =
                spec.given().flatMap(successor::named).filter(this::isOurs).map(c -> EngineJson.text(c, "Id"));
        old.ifPresent(id -> successor.check(spec, body, id));
        volumes(spec);
        String name = old.map(id -> spec.given().orElseThrow() + "-next-" + EngineJson.shortId(id))
                .orElse(spec.given().orElse(""));
        String id = create(spec, image, name);
        try {
            cidfile(spec, id);
            old.ifPresent(former -> takeOver(former, id, spec.given().orElseThrow()));
            connect(id, spec);
        } catch (EngineException e) {
            api.tidying().run(() -> remove(id));
            throw e;
        }
        return new Made(id, old.isPresent());
    }

    private String image(RunSpec spec) {
        String pull = spec.settings.value("--pull").orElse("missing");
        return switch (pull) {
            case "missing", "never" -> images.local(spec.image).orElse(spec.image);
            case "always" -> images.obtain(spec.image);
            default -> throw EngineSentences.sentence("pull.bad", pull);
        };
    }

    private ObjectNode request(RunSpec spec, String image) {
        ObjectNode body = RunRequest.of(spec, image, session.owner().labels());
        spec.settings.require(api.versions());
        List<Attachment> networks = spec.networks();
        networks.forEach(network -> network.settings().require(api.versions()));
        // Asked before it is made: the sentence about one that does not exist lists those that do.
        if (spec.mode().startsWith("container:")) {
            new Lookup(api).requireContainer(spec.mode().substring("container:".length()));
        }
        for (Attachment more : networks.subList(Math.min(1, networks.size()), networks.size())) {
            if (more.mac().isPresent() && !api.versions().atLeast("1.44")) {
                throw EngineSentences.sentence("network.mac", more.mac().get());
            }
        }
        return body;
    }

    private String create(RunSpec spec, String image, String name) {
        try {
            return post(spec, image, name);
        } catch (ApiFailure e) {
            if (e.status() != 404 || !e.says("No such image")) {
                throw errors.create(e, spec);
            }
            if (spec.settings.value("--pull").filter("never"::equals).isPresent()) {
                throw images.unknown(spec.image);
            }
        }
        try {
            return post(spec, images.obtain(spec.image), name);
        } catch (ApiFailure e) {
            throw errors.create(e, spec);
        }
    }

    private boolean isOurs(JsonNode container) {
        return api.made().has(Belongings.Kind.CONTAINER, EngineJson.text(container, "Id"));
    }

    /** A cell that is run again makes its container anew: what this session itself has named so gives way. */
    private void takeOver(String old, String id, String name) {
        remove(old);
        api.post(Query.of("/containers/{}/rename", id).with("name", name));
        session.notices().note(EngineSentences.SENTENCES.say("run.takes-over", name));
    }

    /** The networks after the first: engines before 25 take no more than one with the container. */
    private void connect(String id, RunSpec spec) {
        List<Attachment> networks = spec.networks();
        for (Attachment more : networks.subList(Math.min(1, networks.size()), networks.size())) {
            ObjectNode body = EngineJson.object().put("Container", id);
            ObjectNode endpoint = more.endpoint();
            more.mac().ifPresent(mac -> endpoint.put("MacAddress", mac));
            body.set("EndpointConfig", endpoint);
            try {
                api.post(Query.of("/networks/{}/connect", more.network()), body);
            } catch (ApiFailure e) {
                ConnectSpec asked = new ConnectSpec(more.network(), spec.given().orElse(id));
                more.settings().values("--ip").forEach(asked::ip);
                throw new NetworkErrors(new Lookup(api)).connect(e, asked);
            }
        }
    }

    private static void cidfile(RunSpec spec, String id) {
        spec.settings.value("--cidfile").ifPresent(file -> {
            try {
                Files.writeString(Path.of(file), id, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                throw EngineSentences.sentence("cidfile.exists", file);
            } catch (IOException e) {
                throw EngineSentences.sentence("cidfile.bad", file, String.valueOf(e.getMessage()));
            }
        });
    }

    private String post(RunSpec spec, String image, String name) {
        Query path = Query.of("/containers/create");
        if (!name.isEmpty()) {
            path.with("name", name);
        }
        JsonNode made = api.make(
                path,
                RunRequest.of(spec, image, session.owner().labels()),
                late -> remove(EngineJson.text(late, "Id")));
        made.path("Warnings").forEach(warning -> session.notices().warning(inWords(warning.asText(""))));
        List<String> ports = spec.settings.values("--publish");
        if (spec.mode().equals("none") && !ports.isEmpty()) {
            session.notices().warning(EngineSentences.SENTENCES.say("run.none", String.join(", ", ports)));
        }
        return EngineJson.text(made, "Id");
    }

    /** A named volume that the engine would make on the way would carry no label, and stay. */
    private void volumes(RunSpec spec) {
        ObjectNode plain = EngineJson.object();
        spec.settings.value("--volume-driver").ifPresent(driver -> plain.put("Driver", driver));
        spec.settings.values("--volume").stream()
                .filter(v -> v.contains(":"))
                .map(v -> v.substring(0, v.indexOf(':')))
                .forEach(name -> own(name, plain));
        spec.settings.values("--mount").stream()
                .map(Mounts::read)
                .filter(m -> EngineJson.text(m, "Type").equals("volume"))
                .forEach(m -> own(m.path("Source").asText(), asked(m.path("VolumeOptions"))));
    }

    /** What a mount says of its volume, in the words of the call that makes one. */
    private static ObjectNode asked(JsonNode options) {
        ObjectNode body = EngineJson.object();
        if (options.has("Labels")) {
            body.set("Labels", options.path("Labels").deepCopy());
        }
        JsonNode driver = options.path("DriverConfig");
        if (driver.has("Name")) {
            body.put("Driver", EngineJson.text(driver, "Name"));
        }
        if (driver.has("Options")) {
            body.set("DriverOpts", driver.path("Options").deepCopy());
        }
        return body;
    }

    private void own(String volume, ObjectNode asked) {
        if (volume.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+")
                && api.find(Query.of("/volumes/{}", volume)).isEmpty()) {
            ObjectNode body = asked.deepCopy().put("Name", volume);
            ObjectNode labels = body.withObject("/Labels");
            session.owner().labels().forEach(labels::put);
            api.make(Query.of("/volumes/create"), body, late -> {});
        }
    }

    private void start(String id, RunSpec spec) {
        try {
            api.post(Query.of("/containers/{}/start", id));
        } catch (ApiFailure e) {
            throw errors.start(e, spec, spec.given().orElse(""));
        }
    }

    private Run detached(String id, RunSpec spec) {
        try {
            JsonNode inspected = api.find(Query.of("/containers/{}/json", id)).orElse(EngineJson.object());
            if (endsAtOnce(inspected)) {
                awaitEnd(id, spec.image);
            }
            return new Run(seen(id).orElseGet(() -> gone(id, inspected)), Optional.empty());
        } catch (EngineException e) {
            throw new StartedAlready(e);
        }
    }

    /** A shell with nobody to type into it reads the end of its input, and ends. */
    private static boolean endsAtOnce(JsonNode inspected) {
        JsonNode config = inspected.path("Config");
        return SHELLS.contains(EngineJson.text(inspected, "Path"))
                && inspected.path("Args").isEmpty()
                && !config.path("OpenStdin").asBoolean();
    }

    private void awaitEnd(String id, String image) {
        CompletableFuture<JsonNode> end =
                CompletableFuture.supplyAsync(() -> api.post(Query.of("/containers/{}/wait", id)), Api.threads());
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SHELL_LIMIT_MILLISECONDS);
        // Where it has been removed before we could wait for it, the call fails: that is an end, too.
        if (Interfaces.await(end, limit).isPresent() || end.isCompletedExceptionally()) {
            awaitListing(id, limit);
            session.notices().note(EngineSentences.SENTENCES.say("run.ended", image));
        }
    }

    /** Engine 28.5 answers the wait a moment before its list of containers says the same. */
    private void awaitListing(String id, long limit) {
        while (seen(id).filter(Container::running).isPresent() && System.nanoTime() < limit) {
            Pause.millis(10);
        }
    }

    private Run foreground(String id, RunSpec spec) {
        Query follow = Query.of("/containers/{}/logs", id)
                .with("follow", true)
                .with("stdout", true)
                .with("stderr", true);
        StreamFrames said;
        try (LiveOutput live = new LiveOutput(session.notices())) {
            said = api.call(
                    "GET",
                    follow,
                    null,
                    body -> spec.settings.on("--tty")
                            ? StreamFrames.readTerminal(body, live)
                            : StreamFrames.read(body, live));
            live.done();
        }
        JsonNode end = api.post(Query.of("/containers/{}/wait", id));
        if (!end.path("StatusCode").isNumber()) {
            throw EngineSentences.sentence("run.unknown", spec.image);
        }
        int exitCode = end.path("StatusCode").asInt();
        Container last = seen(id).orElseGet(() -> gone(id, EngineJson.object()));
        StreamFrames all = complete(id, spec, said);
        if (spec.settings.on("--rm")) {
            remove(id);
        }
        List<String> words = new ArrayList<>(List.of(spec.image));
        words.addAll(spec.command);
        return new Run(last, Optional.of(new ExecResult(words, exitCode, all.stdout(), all.stderr())));
    }

    /**
     * All that an ended container has said. Engine 20.10 ends a followed log without its last line where that has no line
     * end; so it is read once more, unless its beginning has been rotated away.
     */
    private StreamFrames complete(String id, RunSpec spec, StreamFrames followed) {
        Query whole = Query.of("/containers/{}/logs", id).with("stdout", true).with("stderr", true);
        StreamFrames again = api.call(
                "GET",
                whole,
                null,
                body -> spec.settings.on("--tty") ? StreamFrames.readTerminal(body) : StreamFrames.read(body));
        return again.both().length() >= followed.both().length() ? again : followed;
    }

    private void remove(String id) {
        api.find(Query.of("/containers/{}/json", id))
                .ifPresent(c -> api.delete(
                        Query.of("/containers/{}", id).with("force", true).with("v", true)));
    }

    private Optional<Container> seen(String id) {
        JsonNode list = api.get(Query.of("/containers/json").with("all", true).filter("id", id));
        return Mapper.containers(list).stream().findFirst();
    }

    /** What is left to tell of a container that ended and was removed before it could be looked at. */
    private static Container gone(String id, JsonNode inspected) {
        var node = EngineJson.object().put("Id", id).put("State", "exited").put("Status", "Removed");
        node.set("Names", EngineJson.array(inspected.path("Name").asText("/" + EngineJson.shortId(id))));
        node.put("Image", inspected.path("Config").path("Image").asText(""));
        node.set("Labels", inspected.path("Config").path("Labels"));
        node.set("HostConfig", inspected.path("HostConfig"));
        node.put("Created", System.currentTimeMillis() / 1000);
        return Mapper.container(node);
    }

    /** What the engine warns of, in the reader's language if it is the one of engines 19.03 to 28 about host mode. */
    private static String inWords(String warning) {
        return warning.equals("Published ports are discarded when using host network mode")
                ? EngineSentences.SENTENCES.say("warning.host-ports")
                : warning;
    }
}
