package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import porthole.network.Container;

/** {@code docker start}, {@code stop}, {@code rm} and their kind. */
final class ContainerCommands {
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
                        : errors.start(e, container.get().image(), name, network(name), null);
            }
        });
    }

    private String network(String name) {
        return api.find(Query.of("/containers/{}/json", name))
                .map(c -> Mapper.text(c.path("HostConfig"), "NetworkMode"))
                .orElse("bridge");
    }

    /** {@code stop}, {@code restart}, {@code kill}, {@code pause} or {@code unpause}. */
    List<String> signal(String word, String... names) {
        tell(word, names);
        return Lookup.each(names, name -> {
            try {
                boolean goes = ENDING.contains(word) && removesItself(name);
                api.post(Query.of("/containers/{}/" + word, name));
                if (goes) {
                    Removal.await(api, name);
                } else if (word.equals("kill")) {
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

    List<String> remove(boolean force, String... names) {
        session.notices()
                .command(new CommandLine("docker", "rm")
                        .flag("--force", force)
                        .words(names)
                        .toString());
        return Lookup.each(names, name -> {
            try {
                api.delete(Query.of("/containers/{}", name).with("force", force));
            } catch (ApiFailure e) {
                if (!e.says("is already in progress")) {
                    throw failure(e, name);
                }
                Removal.await(api, name);
            }
        });
    }

    private EngineException failure(ApiFailure e, String name) {
        Optional<Container> container = lookup.container(name);
        if (container.isEmpty()) {
            return lookup.unknownContainer(name);
        }
        if (e.says("is not running")) {
            return Errors.sentence("container.stopped", name, container.get().state());
        }
        // 20.10 says "You cannot remove a running container", 28 "container is running".
        if (e.says("cannot remove a running container") || e.says("container is running")) {
            return Errors.sentence("container.running", name);
        }
        return e;
    }

    Log logs(String name, int lines) {
        CommandLine line = new CommandLine("docker", "logs");
        session.notices()
                .command((lines < 0 ? line : line.words("--tail", String.valueOf(lines)))
                        .words(name)
                        .toString());
        JsonNode inspected = inspected(name);
        Query path = Query.of("/containers/{}/logs", name)
                .with("stdout", true)
                .with("stderr", true)
                .with("tail", lines < 0 ? "all" : String.valueOf(lines));
        boolean terminal = inspected.path("Config").path("Tty").asBoolean();
        Frames said = api.call("GET", path, null, terminal ? Frames::readTerminal : Frames::read);
        return new Log(
                Mapper.text(inspected, "Name").replaceFirst("^/", ""), said.both(), said.stdout(), said.stderr());
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
        for (String path : List.of("/containers/{}/json", "/networks/{}", "/images/{}/json", "/volumes/{}")) {
            Optional<JsonNode> found = api.find(Query.of(path, name));
            if (found.isPresent()) {
                return new Inspection(found.get());
            }
        }
        throw lookup.unknownThing(name);
    }

    private void tell(String word, String... names) {
        session.notices().command(new CommandLine("docker", word).words(names).toString());
    }
}
