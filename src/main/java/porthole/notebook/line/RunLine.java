package porthole.notebook.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.Notices;
import porthole.engine.RunSpec;

/**
 * {@code docker run …}. Without {@code -d} the cell waits for the container's end and shows what it prints, as a
 * terminal does; but with {@code -it} or {@code -t} there is nobody at a terminal, so that the container goes on in the
 * background with its input open.
 */
@Command(name = "run", description = "Start a new container.")
final class RunLine extends Line {
    private static final Sentences SENTENCES = Sentences.of(RunLine.class);

    @Option(names = {"-d", "--detach"})
    boolean detach;

    @Option(names = {"-i", "--interactive"})
    boolean interactive;

    @Option(names = {"-t", "--tty"})
    boolean tty;

    @Option(names = "--rm")
    boolean remove;

    @Option(names = "--name")
    @Nullable
    String name;

    @Option(names = {"--network", "--net"})
    @Nullable
    String network;

    @Option(names = {"--network-alias", "--net-alias"})
    List<String> networkAliases = List.of();

    @Option(names = "--ip")
    @Nullable
    String address;

    @Option(names = {"-p", "--publish"})
    List<String> publish = List.of();

    @Option(names = {"-P", "--publish-all"})
    boolean publishAll;

    @Option(names = {"-h", "--hostname"})
    @Nullable
    String hostname;

    @Option(names = {"-e", "--env"})
    List<String> environment = List.of();

    @Option(names = {"-v", "--volume"})
    List<String> volumes = List.of();

    @Option(names = {"-l", "--label"})
    Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--entrypoint")
    @Nullable
    String entrypoint;

    @Option(names = {"-w", "--workdir"})
    @Nullable
    String workdir;

    @Option(names = {"-u", "--user"})
    @Nullable
    String user;

    @Option(names = "--privileged")
    boolean privileged;

    @Option(names = "--cap-add")
    List<String> capabilities = List.of();

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image = "";

    @Parameters(index = "1..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    private final Notices notices;

    RunLine(Docker docker, Notices notices) {
        super(docker);
        this.notices = notices;
    }

    @Override
    public Object call() {
        if (tty && !detach) {
            notices.note(SENTENCES.say("run.no-terminal", name == null ? "NAME" : name));
        }
        return docker.run(image, this::fill);
    }

    private void fill(RunSpec run) {
        given(name, run::name);
        given(network, run::network);
        given(address, run::ip);
        given(hostname, run::hostname);
        given(entrypoint, run::entrypoint);
        given(workdir, run::workdir);
        given(user, run::user);
        publish.forEach(run::publish);
        networkAliases.forEach(run::networkAlias);
        environment.forEach(run::env);
        volumes.forEach(run::volume);
        labels.forEach(run::label);
        capabilities.forEach(run::capAdd);
        if (!command.isEmpty()) {
            run.command(command.toArray(String[]::new));
        }
        Map<Consumer<RunSpec>, Boolean> switches = new LinkedHashMap<>();
        switches.put(RunSpec::rm, remove);
        switches.put(RunSpec::interactive, interactive);
        switches.put(RunSpec::tty, tty);
        switches.put(RunSpec::publishAll, publishAll);
        switches.put(RunSpec::privileged, privileged);
        switches.put(RunSpec::foreground, !detach && !tty);
        switches.forEach((turnOn, on) -> {
            if (on) {
                turnOn.accept(run);
            }
        });
    }
}
