package porthole.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.Pause;
import porthole.engine.owner.Owner;
import porthole.lesson.file.StartState;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Scope;
import porthole.network.Snapshot;

/** Brings the engine to where a lesson or an exercise begins, and tells what it took. */
public final class Stage {
    private static final int LEAVING_TRIES = 25;
    private static final long LEAVING_MILLIS = 200;
    private static final Duration ENDING = Duration.ofSeconds(30);
    private static final Sentences SENTENCES = Sentences.of(Stage.class);
    private static final Set<String> KINDS = Set.of("container", "network", "volume", "endpoint", "link");

    private final String lesson;
    private final StartState state;
    private final Path folder;
    private final Docker docker;
    private final Duration ending;
    private final List<String> done = new ArrayList<>();

    /**
     * @param lesson the name that sentences give
     * @param folder where its Compose file is
     */
    public Stage(String lesson, StartState state, Path folder, Docker docker) {
        this(lesson, state, folder, docker, ENDING);
    }

    /** @param ending how long a line {@code wait} waits for a container's end */
    Stage(String lesson, StartState state, Path folder, Docker docker, Duration ending) {
        this.lesson = lesson;
        this.state = state;
        this.folder = folder;
        this.docker = docker;
        this.ending = ending;
    }

    /** Adds a sentence to what is told. */
    void tell(String sentence) {
        done.add(sentence);
    }

    /** What was found and done, a sentence each. */
    List<String> done() {
        return List.copyOf(done);
    }

    /** A kind of thing that nobody has put in words is told as the engine calls it. */
    void left(String kind, String name) {
        String key = "kind." + kind;
        tell(SENTENCES.say("ready.removed", KINDS.contains(kind) ? SENTENCES.say(key) : kind, name));
    }

    /**
     * Names that are taken: by this notebook, whose own go; by another notebook of ours, which go if {@code force} is said;
     * or by somebody else, who may not.
     *
     * @param lines removes them, without a word under the cell
     */
    void clearTheWay(boolean force, CommandLines lines) {
        clearContainers(force, lines);
        clearNetworks(force, lines);
    }

    /** The first half of {@link #clearTheWay}: on a cluster, a network can go when no host has a container on it. */
    public void clearContainers(boolean force, CommandLines lines) {
        Snapshot now = docker.snapshot();
        for (String name : state.containers()) {
            Optional<Container> there = now.container(name).filter(c -> c.name().equals(name));
            there.ifPresent(c -> {
                if (!docker.made(c)) {
                    refuse("container", name, "docker.rm(FORCE, \"" + name + "\")", c.labels(), force);
                }
                lines.run("rm --force " + name);
                left("container", name);
            });
        }
    }

    /** The second half of {@link #clearTheWay}. */
    public void clearNetworks(boolean force, CommandLines lines) {
        Snapshot now = docker.snapshot();
        for (String name : state.networks()) {
            Optional<Network> there = now.network(name).filter(n -> n.name().equals(name));
            there.filter(this::stays).ifPresent(n -> {
                if (!docker.made(n)) {
                    refuse("network", name, "docker.network.rm(\"" + name + "\")", n.labels(), force);
                }
                lines.run("network rm " + name);
                left("network", name);
            });
        }
    }

    /** An overlay that another host of the swarm has just removed leaves this one a moment later. */
    private boolean stays(Network network) {
        if (network.scope() != Scope.SWARM || docker.made(network)) {
            return true;
        }
        for (int i = 0; i < LEAVING_TRIES; i++) {
            if (docker.snapshot().networks().stream().noneMatch(n -> n.id().equals(network.id()))) {
                return false;
            }
            Pause.millis(LEAVING_MILLIS);
        }
        return true;
    }

    private void refuse(String kind, String name, String removal, Map<String, String> labels, boolean force) {
        if (!labels.containsKey(Owner.SESSION)) {
            throw new EngineException(SENTENCES.say("ready.foreign." + kind, name, lesson, removal));
        }
        if (!force) {
            String notebook = labels.getOrDefault(Owner.NOTEBOOK, "");
            throw new EngineException(
                    SENTENCES.say(notebook.isEmpty() ? "ready.other" : "ready.other.named", name, lesson, notebook));
        }
    }

    /** Refuses a port that is taken. */
    public void ports() {
        for (int port : state.fixed()) {
            docker.portHolder(port).ifPresent(holder -> {
                throw new EngineException(SENTENCES.say("ready.port.fixed", holder, lesson));
            });
        }
        for (int port : state.ports()) {
            int used = docker.hostPort(port);
            docker.portHolder(used).ifPresent(holder -> {
                throw new EngineException(SENTENCES.say("ready.port", holder, lesson, port, free(8000 + port)));
            });
            if (used != port) {
                tell(SENTENCES.say("ready.port.moved", port, used));
            }
        }
        if (!state.ports().isEmpty()) {
            tell(SENTENCES.say(
                    "ready.ports",
                    Stream.concat(state.fixed().stream(), state.ports().stream().map(docker::hostPort))
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))));
        }
    }

    private int free(int from) {
        int port = from > 65_535 ? 8000 : from;
        while (docker.portHolder(port).isPresent()) {
            port++;
        }
        return port;
    }

    /** Pulls what is not here. */
    public void images() {
        docker.prepare(state.images());
        if (!state.images().isEmpty()) {
            tell(SENTENCES.say("ready.images", String.join(", ", state.images())));
        }
    }

    /** The Compose file and the docker lines. */
    public void build(CommandLines lines) {
        state.compose().ifPresent(file -> {
            lines.run(
                    new CommandLine("compose", "--file", folder.resolve(file).toString(), "up", "--detach").toString());
            tell(SENTENCES.say("ready.compose", file));
        });
        for (String line : state.docker()) {
            if (line.startsWith("wait ") && !docker.machine().isRecorded()) {
                List.of(line.strip().split(" +")).stream().skip(1).forEach(this::awaitEnd);
            }
            lines.run(line);
            tell(SENTENCES.say("ready.line", line));
        }
    }

    /** Docker's own {@code wait} has no limit: one container that should have ended and runs on would hold the cell for ever. */
    private void awaitEnd(String name) {
        long until = System.nanoTime() + ending.toNanos();
        while (docker.snapshot().container(name).filter(Container::running).isPresent()) {
            if (System.nanoTime() > until) {
                throw new EngineException(SENTENCES.say("ready.runs-on", name, lesson, ending.toSeconds()));
            }
            Pause.millis(LEAVING_MILLIS);
        }
    }
}
