package porthole.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import porthole.display.Listing;
import porthole.network.Container;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/**
 * A Docker engine, in the words of its command line. Nothing is asked of the engine before the first call. Safe for use
 * by several threads; an interrupt of a thread that waits in it ends the call with an {@link EngineException}.
 *
 * <p>Everything that is made through it carries the {@link Owner}'s labels.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Docker implements AutoCloseable {
    /** {@code docker network …}. */
    public final Networks network = new Networks();

    private Docker() {}

    /** The engine that the command line would speak to: {@code DOCKER_HOST}, the Docker context, the local socket. */
    public static Docker connect(Notices notices, Owner owner) {
        return new Docker();
    }

    /** The engine at that address: {@code unix:///var/run/docker.sock} or {@code tcp://host:2375}. */
    public static Docker connect(Notices notices, Owner owner, String address) {
        return new Docker();
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

    /** As {@link #run(String, Consumer)}, of a spec that is ready. */
    public Run run(RunSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker exec CONTAINER LINE}, the line split into words as a shell does (no pipes, no variables). */
    public ExecResult exec(String container, String line) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker exec CONTAINER WORD…}. */
    public ExecResult exec(String container, String... words) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker ps}. */
    public Listing<Container> ps() {
        throw new UnsupportedOperationException();
    }

    /** {@code docker ps --all}. */
    public Listing<Container> ps(All all) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker inspect}: a container, else a network, an image or a volume. */
    public Inspection inspect(String nameOrId) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker logs}. */
    public Log logs(String container) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker logs --tail LINES}. */
    public Log logs(String container, int lines) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker port}. */
    public Listing<PortBinding> port(String container) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker start}; the names. */
    public List<String> start(String... containers) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker stop}; the names. */
    public List<String> stop(String... containers) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker restart}; the names. */
    public List<String> restart(String... containers) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker kill}; the names. */
    public List<String> kill(String... containers) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker rm}; the names. */
    public List<String> rm(String... containers) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker rm --force}; the names. */
    public List<String> rm(Force force, String... containers) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker images}. */
    public Listing<Image> images() {
        throw new UnsupportedOperationException();
    }

    /** {@code docker pull}, or the stand-in where no hub answers. */
    public Image pull(String image) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker info}. */
    public Engine info() {
        throw new UnsupportedOperationException();
    }

    /** {@code docker version}. */
    public EngineVersion version() {
        throw new UnsupportedOperationException();
    }

    /** {@code docker compose --file FILE}, to go on with {@code .up()}, {@code .ps()} or {@code .down()}. */
    public Compose compose(String file) {
        return compose(Path.of(file));
    }

    /** As {@link #compose(String)}. */
    public Compose compose(Path file) {
        return new Compose(file);
    }

    /** All networks and containers of the engine, those that do not run included. */
    public Snapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /** The installed {@code docker} command line with these words, on this engine; its output as it comes to the notices. */
    public ExecResult cli(List<String> words) {
        throw new UnsupportedOperationException();
    }

    /** Removes all that this owner made, newest first, and tells what it was. Nothing else is removed. */
    public Listing<Removed> reset() {
        throw new UnsupportedOperationException();
    }

    /** Removes what kernels that are surely dead have left, and tells what it was. */
    public Listing<Removed> sweep() {
        throw new UnsupportedOperationException();
    }

    /** Ends the connection. What was made stays; {@link #reset()} removes it. */
    @Override
    public void close() {}
}
