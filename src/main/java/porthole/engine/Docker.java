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
import porthole.engine.api.InstalledProgram;
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
import porthole.engine.image.StandIns;
import porthole.engine.network.Networks;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.EngineNames;
import porthole.engine.sandbox.ExecSpec;
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
 * A Docker engine, in the words of its command line. Nothing is asked of the engine before the first call. Safe for use
 * by several threads; an interrupt of a thread that waits in it ends the call with an {@link EngineException}.
 *
 * <p>Everything that is made through it carries the {@link Owner}'s labels.
 */
public final class Docker implements AutoCloseable {
    /** {@code docker network …}. */
    public final Networks network;

    /** {@code docker volume …}. */
    public final Volumes volume;

    /** {@code docker swarm …}. */
    public final Swarm swarm;

    /** {@code docker node …}. */
    public final Nodes node;

    /** {@code docker service …}. */
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
     * The engine that the command line would speak to: {@code DOCKER_HOST}, the Docker context, the local socket. Where what
     * is set is no address, or the context does not exist, each call says so.
     */
    public static Docker connect(Notices notices, Owner owner) {
        return of(new EngineSession(new Api(() -> EngineAddress.find(System.getenv())), notices, owner), null);
    }

    /** The engine at that address: {@code unix:///var/run/docker.sock} or {@code tcp://host:2375}. */
    public static Docker connect(Notices notices, Owner owner, String address) {
        return of(new EngineSession(new Api(EngineAddress.of(address)), notices, owner), null);
    }

    /** {@code docker run --detach IMAGE}. */
    public Run run(String image) {
        return run(new RunSpec(image));
    }

    /** {@code docker run … IMAGE}. */
    public Run run(String image, Consumer<RunSpec> more) {
        RunSpec spec = new RunSpec(image);
        more.accept(spec);
        return run(spec);
    }

    /**
     * As {@link #run(String, Consumer)}, of a spec that is ready. Where it fails, no half-made container is left.
     *
     * @throws EngineException with a sentence: the port or the name is taken (by whom), there is no such image or network…
     */
    public Run run(RunSpec spec) {
        return parts.run.run(spec);
    }

    /** {@code docker exec CONTAINER LINE}, the line split into words as a shell does ({@code $NAME} is the kernel's). */
    public ExecResult exec(String container, String line) {
        return parts.exec.run(new ExecSpec(container, words(line)));
    }

    /** {@code docker exec CONTAINER WORD…}. */
    public ExecResult exec(String container, String... words) {
        return parts.exec.run(new ExecSpec(container, List.of(words)));
    }

    /** {@code docker exec … CONTAINER LINE}: {@code docker.exec("web", "id", e -> e.user("nobody"))}. */
    public ExecResult exec(String container, String line, Consumer<ExecSpec> more) {
        ExecSpec spec = new ExecSpec(container, words(line));
        more.accept(spec);
        return parts.exec.run(spec);
    }

    /**
     * As {@link #exec(String, String, Consumer)}, of a spec that is ready. What it says is shown while it goes on; where the
     * waiting thread is interrupted, the process in the container is ended.
     */
    public ExecResult exec(ExecSpec spec) {
        return parts.exec.run(spec);
    }

    /** As {@link #exec(String, String...)}, without telling the command: for what is looked at on the way. */
    public ExecResult quietly(String container, String... words) {
        return parts.exec.quietly(container, List.of(words));
    }

    /** {@code docker ps}. */
    public Listing<Container> ps() {
        return ps(spec -> {});
    }

    /** {@code docker ps --all}. */
    public Listing<Container> ps(All all) {
        return ps(PsSpec::all);
    }

    /** {@code docker ps …}: {@code docker.ps(p -> p.all().filter("status=exited"))}. */
    public Listing<Container> ps(Consumer<PsSpec> more) {
        PsSpec spec = new PsSpec();
        more.accept(spec);
        return parts.state.ps(spec);
    }

    /** {@code docker inspect}: a container, else a network, an image or a volume. */
    public Inspection inspect(String nameOrId) {
        return parts.containers.inspect(nameOrId);
    }

    /** {@code docker inspect --type KIND}: {@code container}, {@code network}, {@code image} or {@code volume}. */
    public Inspection inspect(String kind, String nameOrId) {
        return parts.containers.inspect(kind, nameOrId);
    }

    /** A container as {@link #inspect(String, String)} has it, without telling the command; empty where it is gone. */
    public Optional<Inspection> quietly(String container) {
        return parts.containers.quietly(container);
    }

    /** {@code docker logs}. */
    public Log logs(String container) {
        return parts.logs.of(new LogSpec(container));
    }

    /** {@code docker logs --tail LINES}. */
    public Log logs(String container, int lines) {
        return parts.logs.of(new LogSpec(container).tail(lines));
    }

    /** {@code docker logs …}: {@code docker.logs("web", l -> l.since("5m").timestamps())}, {@code l.follow()}. */
    public Log logs(String container, Consumer<LogSpec> more) {
        LogSpec spec = new LogSpec(container);
        more.accept(spec);
        return parts.logs.of(spec);
    }

    /** {@code docker port}. */
    public Listing<PortBinding> port(String container) {
        tell("docker", "port", container);
        return Tables.ports(parts.containers.listed(container).ports());
    }

    /** {@code docker stop …}: {@code docker.stop(s -> s.timeout(1), "web")}; the names. */
    public List<String> stop(Consumer<StopSpec> more, String... names) {
        return parts.containers.signal("stop", spec(more), names);
    }

    /** {@code docker restart …}; the names. */
    public List<String> restart(Consumer<StopSpec> more, String... names) {
        return parts.containers.signal("restart", spec(more), names);
    }

    /** {@code docker kill …}: {@code docker.kill(s -> s.signal("HUP"), "web")}; the names. */
    public List<String> kill(Consumer<StopSpec> more, String... names) {
        return parts.containers.signal("kill", spec(more), names);
    }

    private static StopSpec spec(Consumer<StopSpec> more) {
        StopSpec spec = new StopSpec();
        more.accept(spec);
        return spec;
    }

    /** {@code docker rename}. */
    public void rename(String container, String name) {
        parts.containers.rename(container, name);
    }

    /** {@code docker rm --volumes}, with {@code --force} where {@code force}; the names. */
    public List<String> rmWithVolumes(boolean force, String... names) {
        return parts.containers.remove(force, true, names);
    }

    /** {@code docker start}; the names. */
    public List<String> start(String... names) {
        return parts.containers.start(names);
    }

    /** {@code docker stop}; the names. */
    public List<String> stop(String... names) {
        return parts.containers.signal("stop", new StopSpec(), names);
    }

    /** {@code docker restart}; the names. */
    public List<String> restart(String... names) {
        return parts.containers.signal("restart", new StopSpec(), names);
    }

    /** {@code docker kill}; the names. */
    public List<String> kill(String... names) {
        return parts.containers.signal("kill", new StopSpec(), names);
    }

    /** {@code docker pause}: the processes stand still, the network stays; the names. */
    public List<String> pause(String... names) {
        return parts.containers.signal("pause", new StopSpec(), names);
    }

    /** {@code docker unpause}; the names. */
    public List<String> unpause(String... names) {
        return parts.containers.signal("unpause", new StopSpec(), names);
    }

    /** {@code docker rm}; the names. */
    public List<String> rm(String... names) {
        return parts.containers.remove(false, false, names);
    }

    /** {@code docker rm --force}; the names. */
    public List<String> rm(Force force, String... names) {
        return parts.containers.remove(true, false, names);
    }

    /** {@code docker create IMAGE}: made, not started. */
    public Container create(String image) {
        return create(image, spec -> {});
    }

    /** {@code docker create … IMAGE}, with the words of {@link #run(String, Consumer)}. */
    public Container create(String image, Consumer<RunSpec> more) {
        RunSpec spec = new RunSpec(image);
        more.accept(spec);
        return parts.run.make(spec);
    }

    /**
     * {@code docker wait}: waits until the container ends.
     *
     * @return its exit code
     */
    public int wait(String container) {
        return parts.state.await(container);
    }

    /** {@code docker top}: its processes, under the headings of {@code ps}, which takes the options. */
    public Listing<List<String>> top(String container, String... psOptions) {
        return parts.state.top(container, List.of(psOptions));
    }

    /** {@code docker stats --no-stream}: what those containers use at this moment; all that run, if none is named. */
    public Listing<ContainerUsage> stats(String... containers) {
        return parts.state.stats(false, List.of(containers));
    }

    /** {@code docker stats --no-stream --all}, if {@code all}: those that do not run, too. */
    public Listing<ContainerUsage> stats(boolean all, String... containers) {
        return parts.state.stats(all, List.of(containers));
    }

    /** {@code docker diff}: what it has changed in the files of its image. */
    public Listing<FileChange> diff(String container) {
        return parts.state.diff(container);
    }

    /** {@code docker update}: {@code docker.update(u -> u.memory("64m"), "web")}; the names. */
    public List<String> update(Consumer<UpdateSpec> more, String... containers) {
        UpdateSpec spec = new UpdateSpec();
        more.accept(spec);
        return parts.state.update(spec, containers);
    }

    /**
     * {@code docker events}: what happened on the engine up to now.
     *
     * @param since how long ago, as in {@code 10m}, or a moment, as in {@code 2026-01-31T12:00:00Z}
     * @param filters {@code type=network}, {@code container=web}, {@code event=start} …
     */
    public Listing<Event> events(String since, String... filters) {
        return parts.state.events(since, "0s", List.of(filters));
    }

    /**
     * {@code docker container prune}, but only of what this session made and has ended: the names that were removed.
     *
     * @param filters {@code until=10m}, {@code label=…}; all must hold
     */
    public List<String> containerPrune(String... filters) {
        return parts.state.prune(List.of(filters));
    }

    /** {@code docker cp}, by the installed program: {@code docker.cp("web:/etc/hosts", "hosts")}, and the other way. */
    public ExecResult cp(String from, String to) {
        return cli(List.of("cp", from, to));
    }

    /** {@code docker commit}: an image of the container's files, which stays until {@link #rmi} removes it. */
    public Image commit(String container, String image) {
        return commit(container, image, spec -> {});
    }

    /** {@code docker commit …}: {@code docker.commit("web", "shop:1", c -> c.message("try"))}. */
    public Image commit(String container, String image, Consumer<CommitSpec> more) {
        CommitSpec spec = new CommitSpec();
        more.accept(spec);
        return parts.tags.commit(spec, container, image);
    }

    /** {@code docker tag}: a further name for an image. */
    public void tag(String image, String name) {
        parts.tags.tag(image, name);
    }

    /** {@code docker rmi}: removes images or names of them; what became of each. */
    public List<String> rmi(String... images) {
        return parts.tags.remove(false, true, images);
    }

    /** {@code docker rmi --force}. */
    public List<String> rmi(Force force, String... images) {
        return parts.tags.remove(true, true, images);
    }

    /** {@code docker rmi}, with {@code --force} if {@code force}, and {@code --no-prune} unless {@code parents}. */
    public List<String> rmi(boolean force, boolean parents, String... images) {
        return parts.tags.remove(force, parents, images);
    }

    /** {@code docker images}. */
    public Listing<Image> images() {
        tell("docker", "images");
        return Tables.images(parts.images.list());
    }

    /** {@code docker pull}, or the stand-in where no hub answers. */
    public Image pull(String image) {
        return parts.images.pull(image);
    }

    /** Whether the image can be used without its hub: it is here, or its stand-in is. */
    public boolean hasImage(String image) {
        return parts.images.find(image).isPresent()
                || StandIns.of(image).flatMap(parts.images::find).isPresent();
    }

    /**
     * From now on, other ports of the host are published than those that are asked for.
     *
     * @param choices the port that is asked for, and the one that is used instead; replaces earlier choices
     */
    public void usePorts(Map<Integer, Integer> choices) {
        session.ports().use(choices);
    }

    /** The port of the host that is published where {@code asked} is asked for; mostly the same. */
    public int hostPort(int asked) {
        return session.ports().of(asked);
    }

    /** Who holds a port of the host, as a sentence; empty where it is free, or its holder cannot be seen from here. */
    public Optional<String> portHolder(int port) {
        return new RunErrors(session.api()).holder(port).map(e -> String.valueOf(e.getMessage()));
    }

    /** {@code docker info}. */
    public Engine info() {
        tell("docker", "info");
        return Mapper.engine(session.api().get(Query.of("/info")), parts.snapshots.host());
    }

    /** {@code docker version}. */
    public EngineVersion version() {
        tell("docker", "version");
        Versions v = session.api().versions();
        return new EngineVersion(v.engine(), v.used(), v.newest(), v.oldest(), v.platform());
    }

    /** {@code docker compose --file FILE}, to go on with {@code .up()}, {@code .ps()} or {@code .down()}. */
    public Compose compose(String file) {
        return compose(Path.of(file));
    }

    /** As {@link #compose(String)}. */
    public Compose compose(Path file) {
        return new Compose(session, parts.images, file);
    }

    /**
     * Several hosts on this machine, each with an engine, data and addresses of its own, joined by a swarm: in network
     * namespaces where this user may make them, else in containers. Another call takes the place of the former cluster.
     *
     * @param hosts how many, 2 to 7
     */
    public Cluster cluster(int hosts) {
        return parts.clusters.start(hosts, "");
    }

    /** As {@link #cluster(int)}, in {@code "containers"} or in {@code "namespaces"}. */
    public Cluster cluster(int hosts, String kind) {
        return parts.clusters.start(hosts, kind);
    }

    /**
     * A cluster of engines that exist: the same words, on real machines. Those that are in no swarm join that of the first,
     * and leave it at the end.
     *
     * @param contextsOrAddresses of Docker: {@code "ctx-a"}, {@code "tcp://10.0.0.5:2376"}, {@code "ssh://me@lab"}
     */
    public Cluster cluster(String... contextsOrAddresses) {
        return parts.clusters.of(List.of(contextsOrAddresses));
    }

    /** By which address the other hosts of the swarm find this one; empty in no swarm. */
    public String address() {
        return SwarmMembership.of(session.api()).address();
    }

    Capture capture(String filter) {
        return Capture.start(session, parts.images, filter);
    }

    void removeServices() {
        parts.ownership.removeServices();
    }

    /**
     * docker-java's own client on the same connection, for all that Porthole has no word for:
     * {@code docker.client().listImagesCmd().withShowAll(true).exec()}. It needs no closing.
     *
     * <p>What is made through it is not noted as this notebook's: {@link #reset()} and the kernel's end leave it.
     *
     * @throws EngineException if the engine cannot be reached
     * @see <a href="https://github.com/docker-java/docker-java/blob/main/docs/getting_started.md">docker-java</a>
     */
    public DockerClient client() {
        return session.api().libraryClient();
    }

    /** All networks and containers of the engine, those that do not run included. */
    public Snapshot snapshot() {
        Snapshot all = parts.snapshots.take();
        Versions versions = session.api().versions();
        if (versions.isPodman() && podmanToldOf.compareAndSet(false, true)) {
            session.notices().note(EngineSentences.SENTENCES.say("podman.tells", versions.engine()));
        }
        return all;
    }

    /** What no list tells of these containers, by id: each is inspected, all at once; one that has gone is left out. */
    public Map<String, Inside> inside(List<Container> some) {
        return Insides.of(session.api(), some);
    }

    /** Short-lived containers of our own that look at the network from where another one stands. */
    public Guests guests() {
        return parts.guests;
    }

    /** Links that Linux's own commands make on the engine's host, as far as they are this session's. */
    public HostLinks links() {
        return parts.links;
    }

    /** Whether this session has made it. */
    public boolean made(Container container) {
        return session.api().made().has(Belongings.Kind.CONTAINER, container.id());
    }

    /** Whether this session has made it. */
    public boolean made(Network network) {
        return session.api().made().has(Belongings.Kind.NETWORK, network.id());
    }

    /** What there is, by name, without a word about it: for completion. */
    public EngineNames names() {
        return EngineNames.of(session.api(), parts.mark);
    }

    /**
     * The installed {@code docker} command line with these words, on this engine. What it creates is not this session's: it
     * stays until somebody removes it.
     */
    public ExecResult cli(List<String> words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        session.notices().command(ShellWords.join(command));
        session.notices().note(EngineSentences.SENTENCES.say("cli.handed", ShellWords.join(words)));
        return InstalledProgram.run(
                        command,
                        session.api().address().environment(),
                        Path.of("").toAbsolutePath(),
                        line -> {})
                .map(result -> new ExecResult(command, result.exitCode(), result.stdout(), result.stderr()))
                .orElseThrow(() -> EngineSentences.sentence("cli.missing", ShellWords.join(command)));
    }

    /** Removes all that this owner made, newest first, and tells what it was. Nothing else is removed. */
    public Listing<Removed> reset() {
        return removed(Stream.of(parts.clusters.end(), parts.clusters.ofSession(), parts.ownership.reset()));
    }

    /** Removes what kernels that are surely dead have left, and tells what it was. */
    public Listing<Removed> sweep() {
        return removed(Stream.of(parts.clusters.sweep(), parts.ownership.sweep()));
    }

    /** Removes what all sessions made, those of living kernels included, and tells what it was. */
    public Listing<Removed> removeAll() {
        return removed(Stream.of(parts.clusters.endAll(), parts.ownership.removeAll()));
    }

    /**
     * What carries Porthole's label although no record of this user says that Porthole made it: a copy of a label, or what a
     * kernel of another user or another machine has made. It is never removed.
     */
    public List<Removed> unrecorded() {
        return parts.ownership.unrecorded();
    }

    private static Listing<Removed> removed(Stream<List<Removed>> parts) {
        return Tables.removed(parts.flatMap(List::stream).toList());
    }

    /** Removes the stand-in images, and tells which they were. */
    public Listing<Removed> removeStandIns() {
        return Tables.removed(parts.ownership.removeStandIns());
    }

    /** Ends the connection. What was made stays; {@link #reset()} removes it. */
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
