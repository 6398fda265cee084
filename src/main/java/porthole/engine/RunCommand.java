package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import porthole.network.Container;

/** {@code docker run}: image, container, start; and nothing half-made where one of them fails. */
final class RunCommand {
    private static final long SHELL_LIMIT_MILLISECONDS = 2000;
    private static final Set<String> SHELLS = Set.of("sh", "bash", "/bin/sh", "/bin/bash", "ash", "dash", "zsh");

    private final Session session;
    private final Api api;
    private final Images images;
    private final RunErrors errors;

    RunCommand(Session session, Images images) {
        this.session = session;
        this.api = session.api();
        this.images = images;
        this.errors = new RunErrors(api);
    }

    Run run(RunSpec spec) {
        spec.ports.replaceAll(session.ports()::published);
        session.notices().command(spec.commandLine());
        String id = create(spec);
        try {
            if (spec.foreground && spec.interactive) {
                session.notices().note(Errors.SENTENCES.say("run.interactive"));
            }
            start(id, spec);
            return RunRequest.waits(spec) ? foreground(id, spec) : detached(id, spec);
        } catch (EngineException e) {
            if (!(e instanceof StartedAlready)) {
                api.tidying().run(() -> remove(id));
            }
            throw e;
        }
    }

    /** Marks nothing but a failure to look at a container that runs well. */
    private static final class StartedAlready extends EngineException {
        private static final long serialVersionUID = 1L;

        StartedAlready(EngineException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    private String create(RunSpec spec) {
        String image = images.local(spec.image).orElse(spec.image);
        volumes(spec);
        takeOver(spec.name);
        try {
            return create(spec, image);
        } catch (ApiFailure e) {
            if (e.status() != 404 || !e.says("No such image")) {
                throw errors.create(e, spec);
            }
        }
        try {
            return create(spec, images.obtain(spec.image));
        } catch (ApiFailure e) {
            throw errors.create(e, spec);
        }
    }

    /** A cell that is run again makes its container anew: what this session itself has named so gives way. */
    private void takeOver(@Nullable String name) {
        if (name == null) {
            return;
        }
        String mine = session.owner().session();
        api.find(Query.of("/containers/{}/json", name))
                .filter(c -> Mapper.text(c, "Name").equals("/" + name))
                .filter(c -> mine.equals(Mapper.text(c.path("Config").path("Labels"), Owner.SESSION)))
                .ifPresent(c -> {
                    remove(Mapper.text(c, "Id"));
                    session.notices().note(Errors.SENTENCES.say("run.takes-over", name));
                });
    }

    private String create(RunSpec spec, String image) {
        Query path = Query.of("/containers/create");
        if (spec.name != null) {
            path.with("name", spec.name);
        }
        JsonNode made = api.make(
                path, RunRequest.of(spec, image, session.owner().labels()), late -> remove(Mapper.text(late, "Id")));
        made.path("Warnings").forEach(warning -> session.notices().warning(warning.asText("")));
        if ("none".equals(spec.network) && !spec.ports.isEmpty()) {
            session.notices().warning(Errors.SENTENCES.say("run.none", String.join(", ", spec.ports)));
        }
        return Mapper.text(made, "Id");
    }

    /** A named volume that the engine would make on the way would carry no label, and stay. */
    private void volumes(RunSpec spec) {
        spec.volumes.stream()
                .filter(v -> v.contains(":"))
                .map(v -> v.substring(0, v.indexOf(':')))
                .forEach(this::own);
        spec.mounts.stream()
                .map(Mounts::read)
                .filter(m -> Mapper.text(m, "Type").equals("volume"))
                .forEach(m -> own(m.path("Source").asText()));
    }

    private void own(String volume) {
        if (volume.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+")
                && api.find(Query.of("/volumes/{}", volume)).isEmpty()) {
            var body = Json.object().put("Name", volume);
            body.set("Labels", Json.object(session.owner().labels()));
            api.make(Query.of("/volumes/create"), body, late -> {});
        }
    }

    private void start(String id, RunSpec spec) {
        try {
            api.post(Query.of("/containers/{}/start", id));
        } catch (ApiFailure e) {
            throw errors.start(e, spec.image, String.valueOf(spec.name), spec.network, spec.ip);
        }
    }

    private Run detached(String id, RunSpec spec) {
        try {
            JsonNode inspected = api.find(Query.of("/containers/{}/json", id)).orElse(Json.object());
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
        return SHELLS.contains(Mapper.text(inspected, "Path"))
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
            session.notices().note(Errors.SENTENCES.say("run.ended", image));
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
        Frames said;
        try (Live live = new Live(session.notices())) {
            said = api.call(
                    "GET", follow, null, body -> spec.tty ? Frames.readTerminal(body, live) : Frames.read(body, live));
            live.done();
        }
        int exitCode =
                api.post(Query.of("/containers/{}/wait", id)).path("StatusCode").asInt();
        Container last = seen(id).orElseGet(() -> gone(id, Json.object()));
        if (spec.rm) {
            remove(id);
        }
        List<String> words = new ArrayList<>(List.of(spec.image));
        words.addAll(spec.command);
        return new Run(last, Optional.of(new ExecResult(words, exitCode, said.stdout(), said.stderr())));
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
        var node = Json.object().put("Id", id).put("State", "exited").put("Status", "Removed");
        node.set("Names", Json.array(inspected.path("Name").asText("/" + Mapper.shortId(id))));
        node.put("Image", inspected.path("Config").path("Image").asText(""));
        node.set("Labels", inspected.path("Config").path("Labels"));
        node.set("HostConfig", inspected.path("HostConfig"));
        node.put("Created", System.currentTimeMillis() / 1000);
        return Mapper.container(node);
    }
}
