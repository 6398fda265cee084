package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import porthole.network.Container;

/** {@code docker start}, {@code stop}, {@code rm} and their kind. */
final class ContainerCommands {
    /** Where each kind of thing is found, in the order in which the command line looks. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("container", "/containers/{}/json");
        KINDS.put("network", "/networks/{}");
        KINDS.put("image", "/images/{}/json");
        KINDS.put("volume", "/volumes/{}");
    }

    private static final List<String> ENDING = List.of("stop", "kill");

    private final Session session;
    private final Api api;
    private final Lookup lookup;

    ContainerCommands(Session session) {
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
    }

    List<String> start(String... names) {
        tell("start", names);
        RunErrors errors = new RunErrors(api);
        return Lookup.each(names, name -> {
            try {
                api.post(Query.of("/containers/{}/start", name));
            } catch (ApiFailure e) {
                Optional<Container> container = lookup.container(name);
                throw container.isEmpty()
                        ? lookup.unknownContainer(name)
                        : errors.start(e, container.get().image(), name, network(name), "");
            }
        });
    }

    private String network(String name) {
        return api.find(Query.of("/containers/{}/json", name))
                .map(c -> Json.text(c.path("HostConfig"), "NetworkMode"))
                .orElse("bridge");
    }

    /** {@code stop}, {@code restart}, {@code kill}, {@code pause} or {@code unpause}. */
    List<String> signal(String word, StopSpec spec, String... names) {
        session.notices()
                .command(spec.into(new CommandLine("docker", word)).words(names).toString());
        return Lookup.each(names, name -> {
            try {
                boolean goes = ENDING.contains(word) && removesItself(name);
                api.post(spec.into(Query.of("/containers/{}/" + word, name)));
                // Of other signals nobody knows whether they end a container: a program may use HUP to read its files
                // again.
                boolean ends = word.equals("stop") || (word.equals("kill") && spec.kills());
                if (goes && ends) {
                    Removal.await(api, name);
                } else if (word.equals("kill") && ends) {
                    Removal.awaitEnd(api, name);
                }
            } catch (ApiFailure e) {
                throw failure(e, name);
            }
        });
    }

    private boolean removesItself(String name) {
        return api.find(Query.of("/containers/{}/json", name))
                .filter(c -> c.path("HostConfig").path("AutoRemove").asBoolean())
                .isPresent();
    }

    List<String> remove(boolean force, boolean volumes, String... names) {
        session.notices()
                .command(new CommandLine("docker", "rm")
                        .flag("--force", force)
                        .flag("--volumes", volumes)
                        .words(names)
                        .toString());
        return Lookup.each(names, name -> {
            try {
                api.delete(Query.of("/containers/{}", name).with("force", force).with("v", volumes));
            } catch (ApiFailure e) {
                if (!e.says("is already in progress")) {
                    throw failure(e, name);
                }
                Removal.await(api, name);
            }
        });
    }

    void rename(String name, String wanted) {
        tell("rename", name, wanted);
        try {
            api.post(Query.of("/containers/{}/rename", name).with("name", wanted));
        } catch (ApiFailure e) {
            Optional<Container> taken = lookup.container(wanted);
            if (e.status() == 409 && taken.isPresent()) {
                throw RunErrors.taken(taken.get());
            }
            throw e.says("Invalid container name") ? Errors.sentence("container.name", wanted) : failure(e, name);
        }
    }

    private EngineException failure(ApiFailure e, String name) {
        Optional<Container> container = lookup.container(name);
        if (container.isEmpty()) {
            return lookup.unknownContainer(name);
        }
        if (e.says("is not running")) {
            return NotRunning.of(container.get());
        }
        // 20.10 says "You cannot remove a running container", 28 "container is running".
        if (e.says("cannot remove a running container") || e.says("container is running")) {
            return Errors.sentence("container.running", name);
        }
        return e;
    }

    Log logs(LogSpec spec) {
        spec.path(); // tells what is wrong with it before anything is asked
        session.notices().command(spec.commandLine());
        JsonNode inspected = inspected(spec.container);
        boolean terminal = inspected.path("Config").path("Tty").asBoolean();
        Frames said = spec.follows()
                ? followed(spec, terminal)
                : api.call("GET", spec.path(), null, terminal ? Frames::readTerminal : Frames::read);
        return new Log(Json.text(inspected, "Name").replaceFirst("^/", ""), said.both(), said.stdout(), said.stderr());
    }

    /** Shown while it comes. Where the time is over, a call of its own ends; where the cell is interrupted, this one. */
    private Frames followed(LogSpec spec, boolean terminal) {
        try (Live live = new Live(session.notices())) {
            Heard heard = new Heard(live);
            CompletableFuture<Frames> said = new CompletableFuture<>();
            Thread reader = new Thread(
                    () -> {
                        try {
                            said.complete(api.call(
                                    "GET",
                                    spec.path(),
                                    null,
                                    body -> terminal ? Frames.readTerminal(body, heard) : Frames.read(body, heard)));
                        } catch (EngineException e) {
                            said.completeExceptionally(e);
                        }
                    },
                    "log");
            reader.setDaemon(true);
            reader.start();
            Frames all = await(spec, said, reader, heard);
            live.done();
            return all;
        }
    }

    private static Frames await(LogSpec spec, CompletableFuture<Frames> said, Thread reader, Heard heard) {
        try {
            return spec.limit == null
                    ? said.get()
                    : said.get(spec.limit.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            reader.interrupt();
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (java.util.concurrent.TimeoutException e) {
            reader.interrupt();
            return heard.soFar();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Keeps all that is heard, for a stream that is left before its end. */
    private static final class Heard implements Frames.Listener {
        private final Frames.Listener next;
        private final StringBuilder both = new StringBuilder();
        private final StringBuilder stdout = new StringBuilder();
        private final StringBuilder stderr = new StringBuilder();

        Heard(Frames.Listener next) {
            this.next = next;
        }

        @Override
        public synchronized boolean hear(String text, boolean complaint) {
            both.append(text);
            (complaint ? stderr : stdout).append(text);
            return next.hear(text, complaint);
        }

        synchronized Frames soFar() {
            return new Frames(both.toString(), stdout.toString(), stderr.toString());
        }
    }

    Container listed(String name) {
        return lookup.requireContainer(name);
    }

    private JsonNode inspected(String name) {
        return api.find(Query.of("/containers/{}/json", name)).orElseThrow(() -> lookup.unknownContainer(name));
    }

    /** A container, else a network, an image or a volume: the order of the command line. */
    Inspection inspect(String name) {
        session.notices().command(new CommandLine("docker", "inspect", name).toString());
        for (String path : KINDS.values()) {
            Optional<JsonNode> found = api.find(Query.of(path, name));
            if (found.isPresent()) {
                return new Inspection(found.get());
            }
        }
        throw lookup.unknownThing(name);
    }

    /** One of that kind: {@code container}, {@code network}, {@code image} or {@code volume}. */
    Inspection inspect(String kind, String name) {
        session.notices().command(new CommandLine("docker", "inspect", "--type", kind, name).toString());
        String path = KINDS.get(kind);
        if (path == null) {
            throw Errors.sentence("inspect.type", kind, String.join(", ", KINDS.keySet()));
        }
        return api.find(Query.of(path, name)).map(Inspection::new).orElseThrow(() -> switch (kind) {
            case "container" -> lookup.unknownContainer(name);
            case "network" -> lookup.unknownNetwork(name);
            default -> lookup.unknownThing(name);
        });
    }

    /** A container's JSON, without telling the command. */
    Optional<Inspection> quietly(String container) {
        return api.find(Query.of("/containers/{}/json", container)).map(Inspection::new);
    }

    private void tell(String word, String... names) {
        session.notices().command(new CommandLine("docker", word).words(names).toString());
    }
}
