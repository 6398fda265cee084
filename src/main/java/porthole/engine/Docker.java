package porthole.engine;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.command.LineException;
import porthole.command.ShellWords;
import porthole.display.Listing;
import porthole.engine.answer.ContainerUsage;
import porthole.engine.answer.Engine;
import porthole.engine.answer.Event;
import porthole.engine.answer.FileChange;
import porthole.engine.answer.Image;
import porthole.engine.answer.Mapper;
import porthole.engine.answer.Removed;
import porthole.engine.answer.Tables;
import porthole.engine.api.Api;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.EngineVersion;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Machine;
import porthole.engine.api.Notices;
import porthole.engine.api.Query;
import porthole.engine.api.Versions;
import porthole.engine.capture.Capture;
import porthole.engine.compose.Compose;
import porthole.engine.container.CommitSpec;
import porthole.engine.container.Log;
import porthole.engine.container.LogSpec;
import porthole.engine.container.PsSpec;
import porthole.engine.container.Run;
import porthole.engine.container.RunErrors;
import porthole.engine.container.RunSpec;
import porthole.engine.container.StopSpec;
import porthole.engine.container.UpdateSpec;
import porthole.engine.flag.All;
import porthole.engine.flag.Force;
import porthole.engine.format.Inspection;
import porthole.engine.image.ImageSupply;
import porthole.engine.network.Networks;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.EngineNames;
import porthole.engine.sandbox.ExecSpec;
import porthole.engine.sandbox.Guest;
import porthole.engine.sandbox.Guests;
import porthole.engine.sandbox.Insides;
import porthole.engine.swarm.Nodes;
import porthole.engine.swarm.Services;
import porthole.engine.swarm.Swarm;
import porthole.engine.swarm.SwarmMembership;
import porthole.engine.volume.Volumes;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.Network;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/**
 * A Docker engine, with the words of its command line: each method does what the {@code docker} command of that name
 * does, and tells that command to the {@link Notices}. Nothing is asked of the engine before the first call. Instances
 * may be used by several threads.
 *
 * <p>Every method that asks the engine throws {@link EngineException} if no engine answers, if the engine refuses, or
 * if the calling thread is interrupted; its message is one sentence in the reader's language. What a method's own
 * documentation says of exceptions comes on top of that. Methods that take several names go through all of them, and
 * report all failures at the end.
 *
 * <p>Everything that is made through it carries the {@link Owner}'s labels, so that {@link #reset()} finds it again.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/">The docker command line</a>
 */
public final class Docker implements AutoCloseable {
    /** The commands {@code docker network …}: {@code docker.network.create("shop")}. */
    public final Networks network;

    /** The commands {@code docker volume …}: {@code docker.volume.ls()}. */
    public final Volumes volume;

    /** The commands {@code docker swarm …}: {@code docker.swarm.init()}. */
    public final Swarm swarm;

    /** The commands {@code docker node …}: {@code docker.node.ls()}, on a manager of a swarm. */
    public final Nodes node;

    /** The commands {@code docker service …}: {@code docker.service.create("nginx")}, on a manager of a swarm. */
    public final Services service;

    /** Said once, not under each picture. */
    private final AtomicBoolean podmanToldOf = new AtomicBoolean();

    private final EngineParts parts;
    private final EngineSession session;

    private Docker(EngineParts parts) {
        this.parts = parts;
        session = parts.session;
        network = parts.networks;
        volume = parts.volumes;
        swarm = parts.swarm;
        node = parts.nodes;
        service = parts.services;
    }

    static Docker of(EngineSession session, @Nullable ImageSupply supply) {
        return new Docker(new EngineParts(session, supply));
    }

    /**
     * Gives the engine that the command line would use: {@code DOCKER_HOST}, else the current Docker context, else the
     * local socket. If what is set is not a valid address, or the context does not exist, each later call says so.
     *
     * @param notices is told each command, note and warning
     * @param owner whose labels are put on everything that is made
     * @return the engine; it is not connected to before the first call
     */
    public static Docker connect(Notices notices, Owner owner) {
        return of(new EngineSession(new Api(() -> EngineAddress.find(System.getenv())), notices, owner), null);
    }

    /**
     * Gives the engine at an address.
     *
     * @param notices is told each command, note and warning
     * @param owner whose labels are put on everything that is made
     * @param address {@code unix:///var/run/docker.sock} or {@code tcp://host:2375}
     * @return the engine; it is not connected to before the first call
     * @throws EngineException if {@code address} is not a valid engine address
     */
    public static Docker connect(Notices notices, Owner owner, String address) {
        return of(new EngineSession(new Api(EngineAddress.of(address)), notices, owner), null);
    }

    /**
     * Gives the engine at the other end of a connection that the caller keeps.
     *
     * @param notices is told each command, note and warning
     * @param owner whose labels are put on everything that is made
     * @param api the connection
     * @return the engine; it is not connected to before the first call
     */
    public static Docker connect(Notices notices, Owner owner, Api api) {
        return of(new EngineSession(api, notices, owner), null);
    }

    /**
     * {@code docker run --detach IMAGE}: starts a container of an image in the background. The image is pulled if it is
     * not here.
     *
     * @param image the image's name, as in {@code nginx} or {@code nginx:1.25}
     * @return the container
     * @throws EngineException if there is no such image, or the container does not start; no half-made container is
     *     left
     */
    public Run run(String image) {
        return run(new RunSpec(image));
    }

    /**
     * {@code docker run … IMAGE}: starts a container with flags, as in
     * {@code docker.run("nginx", c -> c.name("web").publish("81:80"))}. It runs in the background unless
     * {@link RunSpec#foreground()} is called. A container of the same name that this session made gives way.
     *
     * @param image the image's name, as in {@code nginx:1.25}
     * @param more sets the flags
     * @return the container, and its output and exit code if it ran in the foreground
     * @throws EngineException if a flag or its value is not valid, the name or the port is taken (by whom is said), an
     *     image or network does not exist, or the container does not start; no half-made container is left
     */
    public Run run(String image, Consumer<RunSpec> more) {
        RunSpec spec = new RunSpec(image);
        more.accept(spec);
        return run(spec);
    }

    /**
     * {@code docker run …} of a spec that is ready; see {@link #run(String, Consumer)}.
     *
     * @param spec the image, the flags and the command
     * @return the container, and its output and exit code if it ran in the foreground
     * @throws EngineException if a flag's value is not valid, the name or the port is taken (by whom is said), an image
     *     or network does not exist, or the container does not start; no half-made container is left
     */
    public Run run(RunSpec spec) {
        return parts.run.run(spec);
    }

    /**
     * {@code docker exec CONTAINER LINE}: runs a program in a running container and waits for its end. What it prints
     * is shown while it runs.
     *
     * @param container the container's name or id
     * @param line the program and its arguments, split into words as a shell does; no shell runs, so pipes and
     *     {@code >} are refused. {@code $NAME} is a variable of the kernel's environment
     * @return its output and exit code; a program that fails is a result and not an exception
     * @throws EngineException if the container does not exist or does not run, has no such program, or {@code line}
     *     cannot be split
     */
    public ExecResult exec(String container, String line) {
        return parts.exec.run(new ExecSpec(container, words(line)));
    }

    /**
     * {@code docker exec CONTAINER WORD…}: runs a program in a running container and waits for its end. What it prints
     * is shown while it runs.
     *
     * @param container the container's name or id
     * @param words the program and its arguments, passed on unchanged: {@code "sh", "-c", "echo $HOME | wc"}
     * @return its output and exit code; a program that fails is a result and not an exception
     * @throws EngineException if the container does not exist or does not run, or has no such program
     */
    public ExecResult exec(String container, String... words) {
        return parts.exec.run(new ExecSpec(container, List.of(words)));
    }

    /**
     * {@code docker exec … CONTAINER LINE} with flags: {@code docker.exec("web", "id", e -> e.user("nobody"))}.
     *
     * @param container the container's name or id
     * @param line the program and its arguments, as in {@link #exec(String, String)}
     * @param more sets the flags
     * @return its output and exit code; a program that fails is a result and not an exception
     * @throws EngineException if the container does not exist or does not run, has no such program, or a flag is not
     *     valid
     */
    public ExecResult exec(String container, String line, Consumer<ExecSpec> more) {
        ExecSpec spec = new ExecSpec(container, words(line));
        more.accept(spec);
        return parts.exec.run(spec);
    }

    /**
     * {@code docker exec …} of a spec that is ready. What the program prints is shown while it runs; if the calling
     * thread is interrupted, the program is ended.
     *
     * @param spec the container, the program and the flags
     * @return its output and exit code; a program that fails is a result and not an exception
     * @throws EngineException if the container does not exist or does not run, has no such program, or how it ended is
     *     not known
     */
    public ExecResult exec(ExecSpec spec) {
        return parts.exec.run(spec);
    }

    /**
     * Runs a program in a container as {@link #exec(String, String...)} does, but shows neither the command nor its
     * output.
     *
     * @param container the container's name or id
     * @param words the program and its arguments, passed on unchanged
     * @return its output and exit code
     * @throws EngineException if the container does not exist or does not run, or has no such program
     */
    public ExecResult quietly(String container, String... words) {
        return parts.exec.quietly(container, List.of(words));
    }

    /** {@code docker ps}: lists the containers that run, paused and restarting ones included. */
    public Listing<Container> ps() {
        return ps(spec -> {});
    }

    /**
     * {@code docker ps --all}: lists all containers, those that do not run included.
     *
     * @param all the constant {@code ALL}, in a cell {@code all}
     */
    public Listing<Container> ps(All all) {
        return ps(PsSpec::all);
    }

    /**
     * {@code docker ps …} with flags: {@code docker.ps(p -> p.all().filter("status=exited"))}.
     *
     * @param more sets the flags
     * @throws EngineException if a flag, its value or a filter is not valid
     */
    public Listing<Container> ps(Consumer<PsSpec> more) {
        PsSpec spec = new PsSpec();
        more.accept(spec);
        return parts.state.ps(spec);
    }

    /**
     * {@code docker inspect}: gives the engine's own JSON of a container; if there is none of that name, of a network,
     * an image or a volume.
     *
     * @param nameOrId the name, or the beginning of an id
     * @return the JSON, to be searched and walked
     * @throws EngineException if nothing has that name
     */
    public Inspection inspect(String nameOrId) {
        return parts.containers.inspect(nameOrId);
    }

    /**
     * {@code docker inspect --type KIND}: gives the engine's own JSON of one thing of a kind.
     *
     * @param kind {@code container}, {@code network}, {@code image} or {@code volume}
     * @param nameOrId the name, or the beginning of an id
     * @return the JSON, to be searched and walked
     * @throws EngineException if {@code kind} is none of those, or nothing of that kind has that name
     */
    public Inspection inspect(String kind, String nameOrId) {
        return parts.containers.inspect(kind, nameOrId);
    }

    /**
     * Inspects a container without showing the command.
     *
     * @param container the container's name or id
     * @return the engine's own JSON; empty if there is no such container
     */
    public Optional<Inspection> quietly(String container) {
        return parts.containers.quietly(container);
    }

    /**
     * {@code docker logs}: gives all that a container has printed so far.
     *
     * @param container the container's name or id
     * @return both streams, together and apart
     * @throws EngineException if there is no such container
     */
    public Log logs(String container) {
        return parts.logs.of(new LogSpec(container));
    }

    /**
     * {@code docker logs --tail LINES}: gives the last lines that a container has printed.
     *
     * @param container the container's name or id
     * @param lines how many; a negative number means all
     * @return both streams, together and apart
     * @throws EngineException if there is no such container
     */
    public Log logs(String container, int lines) {
        return parts.logs.of(new LogSpec(container).tail(lines));
    }

    /**
     * Gives the last lines that a container has printed, as {@link #logs(String, int)} does, but does not show the
     * command.
     *
     * @param container the container's name or id
     * @param lines how many, 0 or more
     * @return its output so far
     * @throws EngineException if there is no such container
     */
    public Log lastLines(String container, int lines) {
        return parts.logs.quietly(new LogSpec(container).tail(lines));
    }

    /**
     * {@code docker logs …} with flags: {@code docker.logs("web", l -> l.since("5m").timestamps())}. With
     * {@code follow()} it shows new lines until the container ends, the given time is over, or the cell is interrupted.
     *
     * @param container the container's name or id
     * @param more sets the flags
     * @return both streams, together and apart
     * @throws EngineException if there is no such container, or a time or number is not valid
     */
    public Log logs(String container, Consumer<LogSpec> more) {
        LogSpec spec = new LogSpec(container);
        more.accept(spec);
        return parts.logs.of(spec);
    }

    /**
     * {@code docker port}: lists the published ports of a container.
     *
     * @param container the container's name or id
     * @return one row for each address and port of the host; none if nothing is published or the container does not run
     * @throws EngineException if there is no such container
     */
    public Listing<PortBinding> port(String container) {
        tell("docker", "port", container);
        return Tables.ports(parts.containers.listed(container).ports());
    }

    /**
     * {@code docker stop …} with flags: {@code docker.stop(s -> s.timeout(1), "web")}.
     *
     * @param more sets the signal and the seconds to wait
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a flag is not valid, or a container does not exist; the other containers are done all
     *     the same
     */
    public List<String> stop(Consumer<StopSpec> more, String... names) {
        return parts.containers.signal("stop", spec(more), names);
    }

    /**
     * {@code docker restart …} with flags: {@code docker.restart(s -> s.timeout(1), "web")}.
     *
     * @param more sets the signal and the seconds to wait
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a flag is not valid, or a container does not exist or does not start; the other
     *     containers are done all the same
     */
    public List<String> restart(Consumer<StopSpec> more, String... names) {
        return parts.containers.signal("restart", spec(more), names);
    }

    /**
     * {@code docker kill …} with flags: {@code docker.kill(s -> s.signal("HUP"), "web")}.
     *
     * @param more sets the signal
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a signal is not valid, or a container does not exist or does not run; the other
     *     containers are done all the same
     */
    public List<String> kill(Consumer<StopSpec> more, String... names) {
        return parts.containers.signal("kill", spec(more), names);
    }

    private static StopSpec spec(Consumer<StopSpec> more) {
        StopSpec spec = new StopSpec();
        more.accept(spec);
        return spec;
    }

    /**
     * {@code docker rename}: gives a container another name.
     *
     * @param container its name or id
     * @param name the new name: two or more letters, digits, {@code _}, {@code .} and {@code -}, beginning with a
     *     letter or digit
     * @throws EngineException if there is no such container, or the new name is not valid or taken
     */
    public void rename(String container, String name) {
        parts.containers.rename(container, name);
    }

    /**
     * {@code docker rm --volumes}: removes containers together with their anonymous volumes.
     *
     * @param force whether to remove those that run, too, as {@code --force} does
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist, or runs and {@code force} is {@code false}; the other
     *     containers are done all the same
     */
    public List<String> rmWithVolumes(boolean force, String... names) {
        return parts.containers.remove(force, true, names);
    }

    /**
     * {@code docker start}: starts containers that do not run.
     *
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist or cannot start (a port is taken, say); the other
     *     containers are done all the same
     */
    public List<String> start(String... names) {
        return parts.containers.start(names);
    }

    /**
     * {@code docker stop}: ends containers, by SIGTERM or the image's own signal, after 10 seconds by SIGKILL, unless
     * they were made with another limit.
     *
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist; the other containers are done all the same
     */
    public List<String> stop(String... names) {
        return parts.containers.signal("stop", new StopSpec(), names);
    }

    /**
     * {@code docker restart}: stops containers as {@link #stop(String...)} does, and starts them again.
     *
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist or does not start; the other containers are done all the
     *     same
     */
    public List<String> restart(String... names) {
        return parts.containers.signal("restart", new StopSpec(), names);
    }

    /**
     * {@code docker kill}: ends containers at once, by SIGKILL, and waits until they have ended.
     *
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist or does not run; the other containers are done all the same
     */
    public List<String> kill(String... names) {
        return parts.containers.signal("kill", new StopSpec(), names);
    }

    /**
     * {@code docker pause}: suspends the processes of containers; their networks and sockets stay.
     *
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist, does not run, or is paused already; the other containers
     *     are done all the same
     */
    public List<String> pause(String... names) {
        return parts.containers.signal("pause", new StopSpec(), names);
    }

    /**
     * {@code docker unpause}: lets the processes of paused containers run on.
     *
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist or is not paused; the other containers are done all the
     *     same
     */
    public List<String> unpause(String... names) {
        return parts.containers.signal("unpause", new StopSpec(), names);
    }

    /**
     * {@code docker rm}: removes containers that do not run. Their volumes stay.
     *
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist or runs; the other containers are done all the same
     */
    public List<String> rm(String... names) {
        return parts.containers.remove(false, false, names);
    }

    /**
     * {@code docker rm --force}: removes containers, those that run included. Their volumes stay.
     *
     * @param force the constant {@code FORCE}
     * @param names names of containers, or beginnings of their ids
     * @return the names, as they were given
     * @throws EngineException if a container does not exist; the other containers are done all the same
     */
    public List<String> rm(Force force, String... names) {
        return parts.containers.remove(true, false, names);
    }

    /**
     * {@code docker create IMAGE}: makes a container without starting it; {@link #start(String...)} starts it.
     *
     * @param image the image's name, as in {@code nginx:1.25}
     * @return the container, in the state {@code created}
     * @throws EngineException if there is no such image
     */
    public Container create(String image) {
        return create(image, spec -> {});
    }

    /**
     * {@code docker create … IMAGE}: makes a container without starting it, with the flags of
     * {@link #run(String, Consumer)}.
     *
     * @param image the image's name, as in {@code nginx:1.25}
     * @param more sets the flags
     * @return the container, in the state {@code created}
     * @throws EngineException if a flag or its value is not valid, the name is taken (by whom is said), or an image or
     *     network does not exist
     */
    public Container create(String image, Consumer<RunSpec> more) {
        RunSpec spec = new RunSpec(image);
        more.accept(spec);
        return parts.run.make(spec);
    }

    /**
     * {@code docker wait}: waits until a container ends. It has no time limit; interrupting the thread ends the wait.
     *
     * @param container the container's name or id
     * @return the exit code of its program: 0 means success by convention
     * @throws EngineException if there is no such container, or the engine does not report the exit code
     */
    public int wait(String container) {
        return parts.state.await(container);
    }

    /**
     * {@code docker top}: lists the processes of a container, as the program {@code ps} on the engine's host shows
     * them.
     *
     * @param container the container's name or id
     * @param psOptions options for {@code ps}, as in {@code "-o", "pid,comm"}; none means the engine's default
     * @return one row for each process, its cells in the order of the headings
     * @throws EngineException if the container does not exist or does not run, or the engine does not accept an option
     */
    public Listing<List<String>> top(String container, String... psOptions) {
        return parts.state.top(container, List.of(psOptions));
    }

    /**
     * {@code docker stats --no-stream}: measures what containers use at this moment. The engine takes a second or two
     * for it.
     *
     * @param containers names or ids; none means all that run
     * @return one row for each container
     * @throws EngineException if a container does not exist
     */
    public Listing<ContainerUsage> stats(String... containers) {
        return parts.state.stats(false, List.of(containers));
    }

    /**
     * {@code docker stats --no-stream}, with {@code --all} if wanted.
     *
     * @param all whether, if no container is named, those that do not run are listed, too
     * @param containers names or ids; none means all that run, or, with {@code all}, all
     * @return one row for each container
     * @throws EngineException if a container does not exist
     */
    public Listing<ContainerUsage> stats(boolean all, String... containers) {
        return parts.state.stats(all, List.of(containers));
    }

    /**
     * {@code docker diff}: lists what a container has changed in the files of its image.
     *
     * @param container the container's name or id
     * @return one row for each file or folder that was added, changed or deleted
     * @throws EngineException if there is no such container
     */
    public Listing<FileChange> diff(String container) {
        return parts.state.diff(container);
    }

    /**
     * {@code docker update …}: changes the limits of containers: {@code docker.update(u -> u.memory("64m"), "web")}.
     *
     * @param more sets the limits; at least one
     * @param containers names or ids
     * @return the names, as they were given
     * @throws EngineException if no limit is set, a value is not valid, a container does not exist, or the engine is
     *     Podman
     */
    public List<String> update(Consumer<UpdateSpec> more, String... containers) {
        UpdateSpec spec = new UpdateSpec();
        more.accept(spec);
        return parts.state.update(spec, containers);
    }

    /**
     * {@code docker events}: lists what happened on the engine up to now. It does not wait for more.
     *
     * @param since from when on: how long ago ({@code 10m}), a time ({@code 2026-01-31T12:00:00Z}), or seconds since
     *     1970
     * @param filters conditions such as {@code type=network}, {@code container=web} or {@code event=start}; of one key
     *     any may hold, of several keys all must
     * @return the events, oldest first
     * @throws EngineException if the time or a filter is not valid
     */
    public Listing<Event> events(String since, String... filters) {
        return parts.state.events(since, "0s", List.of(filters));
    }

    /**
     * {@code docker container prune}, limited to what this session made: removes its containers that do not run.
     *
     * @param filters further conditions, {@code until=10m} or {@code label=…}; all must hold
     * @return the names of those that were removed
     * @throws EngineException if a filter is not valid
     */
    public List<String> containerPrune(String... filters) {
        return parts.state.prune(List.of(filters));
    }

    /**
     * {@code docker cp}: copies files between a container and the kernel's machine, by the installed {@code docker}
     * program: {@code docker.cp("web:/etc/hosts", "hosts")}.
     *
     * @param from the source; a path in a container is written {@code CONTAINER:PATH}
     * @param to the destination, likewise; one of the two is in a container
     * @return the program's output and exit code; a copy that fails is a result and not an exception
     * @throws EngineException if the {@code docker} program is not installed
     */
    public ExecResult cp(String from, String to) {
        return cli(List.of("cp", from, to));
    }

    /**
     * {@code docker commit}: makes an image of a container's files. It stays after {@link #reset()}, until
     * {@link #rmi(String...)} removes it.
     *
     * @param container the container's name or id
     * @param image the new image's name, as in {@code shop:1}
     * @return the image
     * @throws EngineException if there is no such container, or the name is not valid
     */
    public Image commit(String container, String image) {
        return commit(container, image, spec -> {});
    }

    /**
     * {@code docker commit …} with flags: {@code docker.commit("web", "shop:1", c -> c.message("try"))}.
     *
     * @param container the container's name or id
     * @param image the new image's name, as in {@code shop:1}
     * @param more sets the flags
     * @return the image; it stays after {@link #reset()}
     * @throws EngineException if there is no such container, or the name or a flag's value is not valid
     */
    public Image commit(String container, String image, Consumer<CommitSpec> more) {
        CommitSpec spec = new CommitSpec();
        more.accept(spec);
        return parts.tags.commit(spec, container, image);
    }

    /**
     * {@code docker tag}: gives an image a further name. The name stays after {@link #reset()}.
     *
     * @param image the image's name or id
     * @param name the further name, as in {@code shop:2}
     * @throws EngineException if there is no such image, or the name is not valid
     */
    public void tag(String image, String name) {
        parts.tags.tag(image, name);
    }

    /**
     * {@code docker rmi}: removes images, or only the given names of images that have others.
     *
     * @param images names or ids
     * @return what became of each, as in {@code untagged: shop:1} and {@code deleted: sha256:…}
     * @throws EngineException if there is no such image, or a container uses it; the other images are removed all the
     *     same
     */
    public List<String> rmi(String... images) {
        return parts.tags.remove(false, true, images);
    }

    /**
     * {@code docker rmi --force}: removes images, even if a stopped container uses them; an image that does not exist
     * is no error.
     *
     * @param force the constant {@code FORCE}
     * @param images names or ids
     * @return what became of each, as in {@code untagged: shop:1} and {@code deleted: sha256:…}
     * @throws EngineException if a running container uses an image; the other images are removed all the same
     */
    public List<String> rmi(Force force, String... images) {
        return parts.tags.remove(true, true, images);
    }

    /**
     * {@code docker rmi}, with {@code --force} and {@code --no-prune} if wanted.
     *
     * @param force whether to remove an image that a stopped container uses, and to pass over one that does not exist
     *     ({@code --force})
     * @param parents whether to delete untagged parents, too; {@code false} is {@code --no-prune}
     * @param images names or ids
     * @return what became of each, as in {@code untagged: shop:1} and {@code deleted: sha256:…}
     * @throws EngineException if there is no such image, or a container uses it; the other images are removed all the
     *     same
     */
    public List<String> rmi(boolean force, boolean parents, String... images) {
        return parts.tags.remove(force, parents, images);
    }

    /** {@code docker images}: lists the images that the engine has. */
    public Listing<Image> images() {
        tell("docker", "images");
        return Tables.images(parts.images.list());
    }

    /**
     * {@code docker pull}: fetches an image from its registry. If no registry answers, an image that is here already is
     * used, else Porthole's stand-in for it (built from Debian packages); a note says so.
     *
     * @param image the image's name, as in {@code nginx:1.25}
     * @return the image that can be used now
     * @throws EngineException if the name is not valid, the registry has no such image, or no registry answers and
     *     there is no stand-in
     */
    public Image pull(String image) {
        return parts.images.pull(image);
    }

    /**
     * Makes sure that images can be used: pulls what is not on the engine. If no registry answers and their stand-ins are
     * on the engine, one note says which stand-ins are used, and no later call says it again.
     *
     * @param images the images' names
     * @throws EngineException if one does not exist, or no registry answers and there is no stand-in for it
     */
    public void prepare(List<String> images) {
        parts.images.prepare(images);
    }

    /**
     * Publishes other ports of the host than those that are asked for, from now on.
     *
     * @param choices from the port that is asked for to the one that is used instead; replaces earlier choices, an
     *     empty map ends them
     */
    public void usePorts(Map<Integer, Integer> choices) {
        session.ports().use(choices);
    }

    /**
     * Gives the port of the host that is published if another is asked for; see {@link #usePorts}.
     *
     * @param asked the port that is asked for
     * @return the port that is used: {@code asked} itself unless another was chosen
     */
    public int hostPort(int asked) {
        return session.ports().of(asked);
    }

    /**
     * Tells who holds a port of the host.
     *
     * @param port a TCP port, 1 to 65535
     * @return a sentence that names the container or the process; empty if the port is free, or its holder cannot be
     *     seen from here
     */
    public Optional<String> portHolder(int port) {
        return new RunErrors(session.api()).holder(port).map(e -> String.valueOf(e.getMessage()));
    }

    /** {@code docker info}: gives the engine's machine, versions, network drivers and warnings. */
    public Engine info() {
        tell("docker", "info");
        return Mapper.engine(session.api().get(Query.of("/info")), parts.snapshots.host());
    }

    /** {@code docker version}: gives the engine's version, and the version of the API that is used with it. */
    public EngineVersion version() {
        tell("docker", "version");
        Versions v = session.api().versions();
        return new EngineVersion(v.engine(), v.used(), v.newest(), v.oldest(), v.platform());
    }

    /**
     * {@code docker compose --file FILE}: opens a Compose file, to call {@code .up()}, {@code .ps()} or {@code .down()}
     * on it. Nothing is read or run yet.
     *
     * @param file a path, relative to the notebook's folder or absolute
     * @return the project of that file
     */
    public Compose compose(String file) {
        return compose(Path.of(file));
    }

    /**
     * {@code docker compose --file FILE}: opens a Compose file as {@link #compose(String)} does.
     *
     * @param file a path, relative to the notebook's folder or absolute
     * @return the project of that file
     */
    public Compose compose(Path file) {
        return new Compose(session, parts.images, file);
    }

    /**
     * Starts several hosts on this machine, each with an engine, data and addresses of its own, all in one swarm. They
     * run in network namespaces if this engine is local and this user may make them, else in containers. A cluster that
     * was started before is ended first.
     *
     * @param hosts how many, 2 to 7; they are called "host1", "host2"…, the first is the manager
     * @return the cluster, when all hosts are in the swarm (waits at most 40 seconds for the engines)
     * @throws EngineException if {@code hosts} is out of range, memory is short (250 MB are needed for each host), or a
     *     host does not start
     */
    public Cluster cluster(int hosts) {
        return parts.clusters.start(hosts, "");
    }

    /**
     * Starts several hosts as {@link #cluster(int)} does, in the kind of isolation that is asked for.
     *
     * @param hosts how many, 2 to 7
     * @param kind {@code "containers"} or {@code "namespaces"} (network namespaces: faster, needs root on Linux,
     *     dockerd and iproute2)
     * @return the cluster, when all hosts are in the swarm
     * @throws EngineException if {@code kind} is neither or not possible here (what is missing is named), or for a
     *     reason of {@link #cluster(int)}
     */
    public Cluster cluster(int hosts, String kind) {
        return parts.clusters.start(hosts, kind);
    }

    /**
     * Makes a cluster of engines that exist already, on real machines for example. Those that are in no swarm join the
     * swarm of the first, and leave it when the cluster ends.
     *
     * @param contextsOrAddresses two or more, the manager first: Docker contexts or addresses ({@code "ctx-a"},
     *     {@code "tcp://10.0.0.5:2376"}, {@code "ssh://me@lab"})
     * @return the cluster; its hosts have the names given here
     * @throws EngineException if there are fewer than two, one does not answer, the first is a worker, or one is in
     *     another swarm
     */
    public Cluster cluster(String... contextsOrAddresses) {
        return parts.clusters.of(List.of(contextsOrAddresses));
    }

    /**
     * Gives the address at which the other hosts of the swarm find this engine's host.
     *
     * @return an IP address in numbers; empty text if the engine is in no swarm
     */
    public String address() {
        return SwarmMembership.of(session.api()).address();
    }

    Capture capture(String filter) {
        return capture(Guest.ofHost(), filter);
    }

    /**
     * Starts tcpdump on all devices of a network namespace.
     *
     * @param where in whose namespace; its capabilities and processes are not used
     * @param filter in tcpdump's words, as in {@code tcp port 80}
     * @return the capture, which listens already; it has to be stopped
     * @throws EngineException if tcpdump does not begin to listen, or the container does not run
     */
    public Capture capture(Guest where, String filter) {
        return capture(where, "any", filter);
    }

    /**
     * Starts tcpdump on one device of a network namespace, which keeps the whole Ethernet frames.
     *
     * @param where in whose namespace; its capabilities and processes are not used
     * @param device the interface's name, as in {@code eth0}
     * @param filter in tcpdump's words, as in {@code tcp port 80}
     * @return the capture, which listens already; it has to be stopped
     * @throws EngineException if tcpdump does not begin to listen, or the container does not run
     */
    public Capture capture(Guest where, String device, String filter) {
        return Capture.start(session, parts.images, where.network(), device, filter);
    }

    /**
     * Chooses the image in which tcpdump runs, and fetches it if it is not here. What is recorded as one measurement has
     * to choose it before: a replay gives the measurement's result alone, and would not know the choice afterwards.
     *
     * @throws EngineException if no image with tcpdump can be had
     */
    public void prepareCapture() {
        Capture.image(parts.images);
    }

    void removeServices() {
        parts.ownership.removeServices();
    }

    /**
     * Gives docker-java's own client on the same connection, for all that Porthole has no word for:
     * {@code docker.client().listImagesCmd().withShowAll(true).exec()}. It need not be closed.
     *
     * <p>What is made through it is not noted as this notebook's: {@link #reset()} and the end of the kernel leave it.
     *
     * @return the client, the same at each call
     * @throws EngineException if no engine answers
     * @see <a href="https://github.com/docker-java/docker-java/blob/main/docs/getting_started.md">docker-java</a>
     */
    public DockerClient client() {
        return session.api().libraryClient();
    }

    /**
     * Reads all networks and containers of the engine, those that do not run included, without showing a command.
     *
     * @return what there is at this moment; it does not change later
     */
    public Snapshot snapshot() {
        Snapshot all = parts.snapshots.take();
        Versions versions = session.api().versions();
        if (versions.isPodman() && podmanToldOf.compareAndSet(false, true)) {
            session.notices().note(EngineSentences.SENTENCES.say("podman.tells", versions.engine()));
        }
        return all;
    }

    /**
     * Reads of containers what the engine's lists do not tell: aliases, links and exposed ports. Each is inspected, all
     * at the same time.
     *
     * @param some containers of this engine
     * @return by the container's id; a container that has been removed meanwhile is left out
     */
    public Map<String, Inside> inside(List<Container> some) {
        return Insides.of(session.api(), some);
    }

    /**
     * Gives access to short-lived helper containers of Porthole's own, which run a script in the network namespace of
     * another container.
     */
    public Guests guests() {
        return parts.guests;
    }

    /** Gives the kernel's own machine, so that what it is asked is recorded and replayed with the engine's answers. */
    public Machine machine() {
        return session.api().origin();
    }

    /** Gives access to the network links that this session has made on the engine's host with {@code ip link add}. */
    public HostLinks links() {
        return parts.links;
    }

    /**
     * Whether this session has made the container.
     *
     * @param container a container of this engine
     */
    public boolean made(Container container) {
        return session.api().made().has(Belongings.Kind.CONTAINER, container.id());
    }

    /**
     * Whether this session has made the network.
     *
     * @param network a network of this engine
     */
    public boolean made(Network network) {
        return session.api().made().has(Belongings.Kind.NETWORK, network.id());
    }

    /** Lists the names of containers, networks and images without showing a command, for completion. */
    public EngineNames names() {
        return EngineNames.of(session.api(), parts.mark);
    }

    /**
     * Runs the installed {@code docker} program on this engine. What it creates is not this session's: it stays until
     * somebody removes it.
     *
     * @param words what follows {@code docker} on the command line, one element a word
     * @return the program's output and exit code; a command that fails is a result and not an exception
     * @throws EngineException if the {@code docker} program is not installed
     */
    public ExecResult cli(List<String> words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        session.notices().command(ShellWords.join(command));
        session.notices().note(EngineSentences.SENTENCES.say("cli.handed", ShellWords.join(words)));
        return session.api()
                .program(
                        command,
                        session.api().address().environment(),
                        Path.of("").toAbsolutePath(),
                        line -> {})
                .map(result -> new ExecResult(command, result.exitCode(), result.stdout(), result.stderr()))
                .orElseThrow(() -> EngineSentences.sentence("cli.missing", ShellWords.join(command)));
    }

    /**
     * Removes everything that this session has made on the engine, newest first, and leaves everything else.
     *
     * @return what was removed
     * @throws EngineException if something could not be removed
     */
    public Listing<Removed> reset() {
        return removed(Stream.of(parts.clusters.end(), parts.clusters.ofSession(), parts.ownership.reset()));
    }

    /**
     * Removes what sessions have left whose kernels certainly do not run any more.
     *
     * @return what was removed
     * @throws EngineException if something could not be removed
     */
    public Listing<Removed> sweep() {
        return removed(Stream.of(parts.clusters.sweep(), parts.ownership.sweep()));
    }

    /**
     * Removes what all of this user's sessions have made, those of running kernels included.
     *
     * @return what was removed
     * @throws EngineException if something could not be removed
     */
    public Listing<Removed> removeAll() {
        return removed(Stream.of(parts.clusters.endAll(), parts.ownership.removeAll()));
    }

    /**
     * Lists what carries Porthole's label although no record of this user says that Porthole made it: the label was
     * copied, or a kernel of another user or machine made it. It is never removed.
     */
    public List<Removed> unrecorded() {
        return parts.ownership.unrecorded();
    }

    private static Listing<Removed> removed(Stream<List<Removed>> parts) {
        return Tables.removed(parts.flatMap(List::stream).toList());
    }

    /**
     * Removes the stand-in images that {@code ./porthole start} built.
     *
     * @return which they were
     * @throws EngineException if a container uses one of them
     */
    public Listing<Removed> removeStandIns() {
        return Tables.removed(parts.ownership.removeStandIns());
    }

    /**
     * Closes the connection, and ends the cluster that was started through it. Everything else that was made stays;
     * {@link #reset()} removes it.
     */
    @Override
    public void close() {
        session.api().tidying().run(parts.clusters::end);
        session.api().close();
    }

    static List<String> words(String line) {
        try {
            return ShellWords.split(line);
        } catch (LineException e) {
            throw new EngineException(e.sentence(), e);
        }
    }

    private void tell(String... words) {
        session.notices().command(new CommandLine(words).toString());
    }
}
