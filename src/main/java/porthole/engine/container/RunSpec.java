package porthole.engine.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import porthole.command.LineException;
import porthole.command.ShellWords;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.flag.RunFlags;
import porthole.engine.flag.Settings;
import porthole.engine.network.Attachment;
import porthole.engine.network.ConnectSpec;

/** What {@code docker run} is told. Detached, unless {@link #foreground()} says otherwise. */
public final class RunSpec {
    final String image;
    final Settings settings = new Settings(RunFlags.TABLE);
    public final List<String> command = new ArrayList<>();

    /** A container of that image, all else as the engine chooses. */
    public RunSpec(String image) {
        this.image = image;
        settings.turnOn("--detach");
    }

    /** {@code --name}. */
    public RunSpec name(String name) {
        return option("--name", name);
    }

    /** {@code --publish}: {@code 81:80}, {@code 127.0.0.1:81:80/udp}, {@code 80} (the engine chooses), ranges too. */
    public RunSpec publish(String... ports) {
        return options("--publish", ports);
    }

    /** {@code --publish-all}: every port that the image exposes, each to a port that the engine chooses. */
    public RunSpec publishAll() {
        return option("--publish-all", "true");
    }

    /** {@code --expose}: {@code 80} or {@code 53/udp}. */
    public RunSpec expose(String... ports) {
        return options("--expose", ports);
    }

    /** {@code --rm}: removed by the engine when it ends. */
    public RunSpec rm() {
        return option("--rm", "true");
    }

    /**
     * {@code --network}: a network's name, {@code host}, {@code none} or {@code container:NAME}. Called again, the container
     * is on one network more; the first is where {@link #ip}, {@link #networkAlias} and their kind apply.
     */
    public RunSpec network(String mode) {
        return option("--network", mode);
    }

    /**
     * {@code --network name=…}: a network with what the container is there: {@code network("shop", c ->
     * c.ip("10.9.0.7").alias("till"))}.
     */
    public RunSpec network(String name, Consumer<ConnectSpec> there) {
        ConnectSpec spec = new ConnectSpec(name, "");
        there.accept(spec);
        return option("--network", Attachment.word(spec));
    }

    /** {@code --network-alias}: further names under which the network's DNS knows it. */
    public RunSpec networkAlias(String... names) {
        return options("--network-alias", names);
    }

    /** {@code --ip}: a fixed address; the network needs a subnet that a person chose. */
    public RunSpec ip(String address) {
        return option("--ip", address);
    }

    /** {@code --ip6}: a fixed IPv6 address; the network needs an IPv6 subnet that a person chose. */
    public RunSpec ip6(String address) {
        return option("--ip6", address);
    }

    /** {@code --mac-address}: as in {@code 02:42:0a:09:00:07}. */
    public RunSpec macAddress(String mac) {
        return option("--mac-address", mac);
    }

    /** {@code --hostname}. */
    public RunSpec hostname(String hostname) {
        return option("--hostname", hostname);
    }

    /** {@code --env key=value}. */
    public RunSpec env(String key, String value) {
        return env(key + "=" + value);
    }

    /** {@code --env}: {@code KEY=value}, or {@code KEY} to take this process's own. */
    public RunSpec env(String assignment) {
        return option("--env", assignment);
    }

    /** {@code --volume}: {@code /host:/container[:ro]} or {@code name:/container}. */
    public RunSpec volume(String... binds) {
        return options("--volume", binds);
    }

    /** {@code --env-file}: one assignment on each line. */
    public RunSpec envFile(String file) {
        return option("--env-file", file);
    }

    /** {@code --label-file}: one {@code key=value} on each line. */
    public RunSpec labelFile(String file) {
        return option("--label-file", file);
    }

    /** {@code --mount}: {@code type=bind,source=/here,target=/there,readonly}. */
    public RunSpec mount(String mount) {
        return option("--mount", mount);
    }

    /** {@code --tmpfs}: a folder in memory, as in {@code /run} or {@code /run:size=64m}. */
    public RunSpec tmpfs(String folder) {
        return option("--tmpfs", folder);
    }

    /** {@code --read-only}: the container's root file system cannot be written. */
    public RunSpec readOnly() {
        return option("--read-only", "true");
    }

    /** {@code --memory}: how much memory it may use, as in {@code 64m} or {@code 1g}. */
    public RunSpec memory(String limit) {
        return option("--memory", limit);
    }

    /** {@code --cpus}: how many processors it may use, as in {@code 0.5}. */
    public RunSpec cpus(double number) {
        return option("--cpus", java.math.BigDecimal.valueOf(number).toPlainString());
    }

    /** {@code --ulimit}: {@code nofile=1024:2048}. */
    public RunSpec ulimit(String... limits) {
        return options("--ulimit", limits);
    }

    /** {@code --no-healthcheck}: the image's own check is left out. */
    public RunSpec noHealthcheck() {
        return option("--no-healthcheck", "true");
    }

    /** {@code --health-cmd}: a line for the image's shell that ends with 0 if the container is healthy. */
    public RunSpec healthCommand(String line) {
        return option("--health-cmd", line);
    }

    /** {@code --health-interval}: the time between two checks, as in {@code 5s}. */
    public RunSpec healthInterval(String span) {
        return option("--health-interval", span);
    }

    /** {@code --health-timeout}: how long one check may take, as in {@code 2s}. */
    public RunSpec healthTimeout(String span) {
        return option("--health-timeout", span);
    }

    /** {@code --health-retries}: after how many failures in a row it is unhealthy. */
    public RunSpec healthRetries(int failures) {
        return option("--health-retries", String.valueOf(failures));
    }

    /** {@code --health-start-period}: how long failures do not count at the start, as in {@code 10s}. */
    public RunSpec healthStartPeriod(String span) {
        return option("--health-start-period", span);
    }

    /**
     * Any flag of {@code docker run}, as on the command line: {@code option("--pids-limit", "50")}. A flag that repeats may
     * be given again and again; of the others the last counts. A flag without a value takes {@code "true"} or {@code
     * "false"}.
     *
     * @throws EngineException if there is no such flag
     */
    public RunSpec option(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    private RunSpec options(String flag, String... values) {
        settings.giveAll(flag, values);
        return this;
    }

    /** {@code --label key=value}. */
    public RunSpec label(String key, String value) {
        return option("--label", key + "=" + value);
    }

    /** What runs instead of the image's command, one word each. */
    public RunSpec command(String... words) {
        command.clear();
        command.addAll(List.of(words));
        return this;
    }

    /**
     * What runs instead of the image's command, read as a shell reads a line: {@code command("sleep 60")}.
     *
     * @throws EngineException for an open quote and for what only a shell does; {@code command("sh", "-c", …)} starts one
     */
    public RunSpec command(String line) {
        try {
            return command(ShellWords.split(line).toArray(String[]::new));
        } catch (LineException e) {
            throw new EngineException(e.sentence(), e);
        }
    }

    /** {@code --entrypoint}: the program that is started; {@code ""} for none of the image's own. */
    public RunSpec entrypoint(String program) {
        return option("--entrypoint", program);
    }

    /** {@code --workdir}. */
    public RunSpec workdir(String folder) {
        return option("--workdir", folder);
    }

    /** {@code --user}: a name or number, and a group after a colon. */
    public RunSpec user(String user) {
        return option("--user", user);
    }

    /** {@code --pid}: {@code host} or {@code container:NAME}. */
    public RunSpec pid(String mode) {
        return option("--pid", mode);
    }

    /** {@code --restart}: {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure[:N]}. */
    public RunSpec restart(String policy) {
        return option("--restart", policy);
    }

    /** {@code --privileged}. */
    public RunSpec privileged() {
        return option("--privileged", "true");
    }

    /** {@code --cap-add}. */
    public RunSpec capAdd(String... capabilities) {
        return options("--cap-add", capabilities);
    }

    /** {@code --cap-drop}. */
    public RunSpec capDrop(String... capabilities) {
        return options("--cap-drop", capabilities);
    }

    /** {@code --security-opt}. */
    public RunSpec securityOption(String... options) {
        return options("--security-opt", options);
    }

    /** {@code --sysctl key=value}. */
    public RunSpec sysctl(String key, String value) {
        return option("--sysctl", key + "=" + value);
    }

    /** {@code --add-host name:address}. */
    public RunSpec addHost(String... lines) {
        return options("--add-host", lines);
    }

    /** {@code --dns}: a name server's address. */
    public RunSpec dns(String... servers) {
        return options("--dns", servers);
    }

    /** {@code --init}: a small init process that reaps and forwards signals. */
    public RunSpec init() {
        return option("--init", "true");
    }

    /** Not {@code --detach}: wait for its end, and give what it said. */
    public RunSpec foreground() {
        settings.forget("--detach");
        return this;
    }

    /** {@code --detach}; the default. */
    public RunSpec detach() {
        return option("--detach", "true");
    }

    /** {@code --interactive}: its standard input stays open (a cell has nothing to type into it). */
    public RunSpec interactive() {
        return option("--interactive", "true");
    }

    /** {@code --tty}. */
    public RunSpec tty() {
        return option("--tty", "true");
    }

    /** Its name, if one was given. */
    Optional<String> given() {
        return settings.value("--name");
    }

    boolean isForeground() {
        return !settings.on("--detach");
    }

    /** Whether the run waits for the end. With an open standard input nobody could type the end, so it does not. */
    boolean waits() {
        return isForeground() && !settings.on("--interactive");
    }

    /** Its networks, the first with what flags of their own say of it; empty for the engine's default. */
    List<Attachment> networks() {
        List<Attachment> all = new ArrayList<>();
        settings.values("--network").forEach(word -> all.add(Attachment.read(word)));
        if (!all.isEmpty()) {
            all.get(0).take(settings);
        }
        return all;
    }

    /** The first network or mode; {@code bridge} if none was given. */
    String mode() {
        return settings.value("--network")
                .map(word -> Attachment.read(word).network())
                .orElse("bridge");
    }

    /** The command line that says the same. */
    public String commandLine() {
        return commandLine("run");
    }

    String commandLine(String word) {
        CommandLine line = new CommandLine("docker", word);
        settings.tell(line);
        return line.words(image).words(command).toString();
    }
}
