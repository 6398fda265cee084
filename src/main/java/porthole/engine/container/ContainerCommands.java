package porthole.engine.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.NotRunning;
import porthole.engine.api.Query;
import porthole.engine.format.Inspection;
import porthole.engine.sandbox.Lookup;
import porthole.network.Container;

/** {@code docker start}, {@code stop}, {@code rm} and their kind. */
public final class ContainerCommands {
    /** Where each kind of thing is found, in the order in which the command line looks. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("container", "/containers/{}/json");
        KINDS.put("network", "/networks/{}");
        KINDS.put("image", "/images/{}/json");
        KINDS.put("volume", "/volumes/{}");
    }

    private static final List<String> ENDING = List.of("stop", "kill");

    private final EngineSession session;
    private final Api api;
    private final Lookup lookup;

    public ContainerCommands(EngineSession session) {
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
    }

    public List<String> start(String... names) {
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
                .map(c -> EngineJson.text(c.path("HostConfig"), "NetworkMode"))
                .orElse("bridge");
    }

    /** {@code stop}, {@code restart}, {@code kill}, {@code pause} or {@code unpause}. */
    public List<String> signal(String word, StopSpec spec, String... names) {
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

    public List<String> remove(boolean force, boolean volumes, String... names) {
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
                    throw isRunning(e) ? lookup.refusal("container.running", name) : failure(e, name);
                }
                Removal.await(api, name);
            }
        });
    }

    public void rename(String name, String wanted) {
        tell("rename", name, wanted);
        try {
            api.post(Query.of("/containers/{}/rename", name).with("name", wanted));
        } catch (ApiFailure e) {
            Optional<Container> taken = lookup.container(wanted);
            if (e.status() == 409 && taken.isPresent()) {
                throw new RunErrors(api).taken(taken.get());
            }
            throw e.says("Invalid container name")
                    ? EngineSentences.sentence("container.name", wanted)
                    : failure(e, name);
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
        return e;
    }

    /**
     * Of a removal: 20.10 says "You cannot remove a running container", 28 "container is running". Other commands fail with
     * like words for other reasons.
     */
    private static boolean isRunning(ApiFailure e) {
        return e.says("cannot remove a running container") || e.says("container is running");
    }

    public Container listed(String name) {
        return lookup.requireContainer(name);
    }

    /** A container, else a network, an image or a volume: the order of the command line. */
    public Inspection inspect(String name) {
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
    public Inspection inspect(String kind, String name) {
        session.notices().command(new CommandLine("docker", "inspect", "--type", kind, name).toString());
        String path = KINDS.get(kind);
        if (path == null) {
            throw EngineSentences.sentence("inspect.type", kind, String.join(", ", KINDS.keySet()));
        }
        return api.find(Query.of(path, name)).map(Inspection::new).orElseThrow(() -> switch (kind) {
            case "container" -> lookup.unknownContainer(name);
            case "network" -> lookup.unknownNetwork(name);
            default -> lookup.unknownThing(name);
        });
    }

    /** A container's JSON, without telling the command. */
    public Optional<Inspection> quietly(String container) {
        return api.find(Query.of("/containers/{}/json", container)).map(Inspection::new);
    }

    private void tell(String word, String... names) {
        session.notices().command(new CommandLine("docker", word).words(names).toString());
    }
}
