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

/**
 * The flags and arguments of {@code docker run}. The container runs in the background ({@code --detach}) unless
 * {@link #foreground()} is called. Each method sets a flag and returns this object, so that calls can be chained. A
 * value is checked when the command runs, which throws {@link EngineException} if it is not valid or this engine's API
 * does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/run/">docker run</a>
 */
public final class RunSpec {
    final String image;
    final Settings settings = new Settings(RunFlags.TABLE);

    /** The program and its arguments, run instead of the image's own command; empty for the image's own. */
    public final List<String> command = new ArrayList<>();

    /**
     * Starts with no flags but {@code --detach}.
     *
     * @param image the image's name, as in {@code nginx:1.25}
     */
    public RunSpec(String image) {
        this.image = image;
        settings.turnOn("--detach");
    }

    /**
     * {@code --name}: the container's name. On networks that someone created, DNS resolves it.
     *
     * @param name two or more letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or digit
     * @return this object
     */
    public RunSpec name(String name) {
        return option("--name", name);
    }

    /**
     * {@code --publish}: opens ports of the host that lead to the container.
     *
     * @param ports {@code 81:80} (host, container), {@code 127.0.0.1:81:80}, {@code 53:53/udp}, {@code 80} (the engine
     *     chooses the host's port), or ranges of the same length ({@code 8000-8002:80-82})
     * @return this object
     */
    public RunSpec publish(String... ports) {
        return options("--publish", ports);
    }

    /**
     * {@code --publish-all}: opens a port of the host, chosen by the engine, for each port that the image exposes.
     *
     * @return this object
     */
    public RunSpec publishAll() {
        return option("--publish-all", "true");
    }

    /**
     * {@code --expose}: declares ports of the container. It opens nothing on the host, unless {@link #publishAll()} is
     * set.
     *
     * @param ports {@code 80} or {@code 53/udp}
     * @return this object
     */
    public RunSpec expose(String... ports) {
        return options("--expose", ports);
    }

    /**
     * {@code --rm}: lets the engine remove the container, and its anonymous volumes, when it ends.
     *
     * @return this object
     */
    public RunSpec rm() {
        return option("--rm", "true");
    }

    /**
     * {@code --network}: connects the container to a network. Called again, it is connected to one network more;
     * {@link #ip}, {@link #networkAlias} and the like apply to the first.
     *
     * @param mode a network's name, {@code host} (the host's own interfaces), {@code none} (no network) or
     *     {@code container:NAME} (another container's)
     * @return this object
     */
    public RunSpec network(String mode) {
        return option("--network", mode);
    }

    /**
     * {@code --network name=…}: connects the container to a network with settings for that network:
     * {@code network("shop", c -> c.ip("10.9.0.7").alias("till"))}.
     *
     * @param name the network's name
     * @param there sets the address, the aliases and so on
     * @return this object
     */
    public RunSpec network(String name, Consumer<ConnectSpec> there) {
        ConnectSpec spec = new ConnectSpec(name, "");
        there.accept(spec);
        return option("--network", Attachment.word(spec));
    }

    /**
     * {@code --network-alias}: further names under which the DNS of the first network knows the container. The default
     * bridge has no such DNS.
     *
     * @param names one or more names
     * @return this object
     */
    public RunSpec networkAlias(String... names) {
        return options("--network-alias", names);
    }

    /**
     * {@code --ip}: a fixed IPv4 address. Engines accept it only on a network that was created with a subnet of one's
     * own choice.
     *
     * @param address an address of that subnet in numbers, as in {@code 10.9.0.7}
     * @return this object
     */
    public RunSpec ip(String address) {
        return option("--ip", address);
    }

    /**
     * {@code --ip6}: a fixed IPv6 address. Engines accept it only on a network that was created with an IPv6 subnet of
     * one's own choice.
     *
     * @param address an address of that subnet in numbers, as in {@code fd00:9::7}
     * @return this object
     */
    public RunSpec ip6(String address) {
        return option("--ip6", address);
    }

    /**
     * {@code --mac-address}: the hardware address of the container's interface.
     *
     * @param mac six bytes in hexadecimal, as in {@code 02:42:0a:09:00:07}
     * @return this object
     */
    public RunSpec macAddress(String mac) {
        return option("--mac-address", mac);
    }

    /**
     * {@code --hostname}: the name by which the container knows itself; the first 12 digits of its id if it is not set.
     *
     * @param hostname the name
     * @return this object
     */
    public RunSpec hostname(String hostname) {
        return option("--hostname", hostname);
    }

    /**
     * {@code --env KEY=VALUE}: sets an environment variable.
     *
     * @param key the variable's name
     * @param value its value
     * @return this object
     */
    public RunSpec env(String key, String value) {
        return env(key + "=" + value);
    }

    /**
     * {@code --env}: sets an environment variable.
     *
     * @param assignment {@code KEY=value}, or {@code KEY} to pass on the kernel's own variable
     * @return this object
     */
    public RunSpec env(String assignment) {
        return option("--env", assignment);
    }

    /**
     * {@code --volume}: mounts a folder of the host or a volume. A volume that does not exist is made, as this
     * session's.
     *
     * @param binds {@code /host:/container} or {@code name:/container}, with {@code :ro} after it if it must not be
     *     written
     * @return this object
     */
    public RunSpec volume(String... binds) {
        return options("--volume", binds);
    }

    /**
     * {@code --env-file}: sets environment variables from a file on the kernel's machine.
     *
     * @param file its path; each line is {@code KEY=value} or {@code KEY}
     * @return this object
     */
    public RunSpec envFile(String file) {
        return option("--env-file", file);
    }

    /**
     * {@code --label-file}: sets labels from a file on the kernel's machine.
     *
     * @param file its path; each line is {@code key=value}
     * @return this object
     */
    public RunSpec labelFile(String file) {
        return option("--label-file", file);
    }

    /**
     * {@code --mount}: mounts a folder of the host, a volume, or memory.
     *
     * @param mount as in {@code type=bind,source=/here,target=/there,readonly}; the types are {@code bind},
     *     {@code volume} and {@code tmpfs}
     * @return this object
     */
    public RunSpec mount(String mount) {
        return option("--mount", mount);
    }

    /**
     * {@code --tmpfs}: mounts a folder in memory.
     *
     * @param folder its path in the container, with options after a colon: {@code /run} or {@code /run:size=64m}
     * @return this object
     */
    public RunSpec tmpfs(String folder) {
        return option("--tmpfs", folder);
    }

    /**
     * {@code --read-only}: lets the container write to its volumes only, not to its root file system.
     *
     * @return this object
     */
    public RunSpec readOnly() {
        return option("--read-only", "true");
    }

    /**
     * {@code --memory}: limits the memory of the container.
     *
     * @param limit bytes, or a number with {@code k}, {@code m} or {@code g} after it (factor 1024): {@code 64m}
     * @return this object
     */
    public RunSpec memory(String limit) {
        return option("--memory", limit);
    }

    /**
     * {@code --cpus}: limits the processor time of the container.
     *
     * @param number how many processors it may use, as in 0.5
     * @return this object
     */
    public RunSpec cpus(double number) {
        return option("--cpus", java.math.BigDecimal.valueOf(number).toPlainString());
    }

    /**
     * {@code --ulimit}: limits a resource of each process (setrlimit(2)).
     *
     * @param limits {@code name=soft:hard}, as in {@code nofile=1024:2048}
     * @return this object
     */
    public RunSpec ulimit(String... limits) {
        return options("--ulimit", limits);
    }

    /**
     * {@code --no-healthcheck}: switches off the image's own health check.
     *
     * @return this object
     */
    public RunSpec noHealthcheck() {
        return option("--no-healthcheck", "true");
    }

    /**
     * {@code --health-cmd}: how the engine checks that the container works.
     *
     * @param line a command line for the container's shell, which ends with exit code 0 if all is well
     * @return this object
     */
    public RunSpec healthCommand(String line) {
        return option("--health-cmd", line);
    }

    /**
     * {@code --health-interval}: the time between two health checks.
     *
     * @param span as in {@code 5s} or {@code 1m30s}
     * @return this object
     */
    public RunSpec healthInterval(String span) {
        return option("--health-interval", span);
    }

    /**
     * {@code --health-timeout}: how long one health check may take.
     *
     * @param span as in {@code 2s}
     * @return this object
     */
    public RunSpec healthTimeout(String span) {
        return option("--health-timeout", span);
    }

    /**
     * {@code --health-retries}: after how many failed checks in a row the container counts as unhealthy.
     *
     * @param failures how many
     * @return this object
     */
    public RunSpec healthRetries(int failures) {
        return option("--health-retries", String.valueOf(failures));
    }

    /**
     * {@code --health-start-period}: how long after the start failed checks do not count.
     *
     * @param span as in {@code 10s}
     * @return this object
     */
    public RunSpec healthStartPeriod(String span) {
        return option("--health-start-period", span);
    }

    /**
     * Sets any flag of {@code docker run} by its name on the command line: {@code option("--pids-limit", "50")}. Flags
     * that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws EngineException if the command has no such flag, or Porthole does not support it; the message suggests
     *     the nearest
     */
    public RunSpec option(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    private RunSpec options(String flag, String... values) {
        settings.giveAll(flag, values);
        return this;
    }

    /**
     * {@code --label}: attaches a label to the container.
     *
     * @param key the label's name
     * @param value its value
     * @return this object
     */
    public RunSpec label(String key, String value) {
        return option("--label", key + "=" + value);
    }

    /**
     * Sets what is run instead of the image's own command, word by word: {@code command("sh", "-c", "sleep 1; date")}.
     * It replaces an earlier one.
     *
     * @param words the program and its arguments, passed on unchanged; none for the image's own command
     * @return this object
     */
    public RunSpec command(String... words) {
        command.clear();
        command.addAll(List.of(words));
        return this;
    }

    /**
     * Sets what is run instead of the image's own command, as one line: {@code command("sleep 60")}. It replaces an
     * earlier one.
     *
     * @param line the program and its arguments, split into words as a shell does; no shell runs
     * @return this object
     * @throws EngineException if a quote is not closed, or the line uses what only a shell can do;
     *     {@code command("sh", "-c", …)} starts one
     */
    public RunSpec command(String line) {
        try {
            return command(ShellWords.split(line).toArray(String[]::new));
        } catch (LineException e) {
            throw new EngineException(e.sentence(), e);
        }
    }

    /**
     * {@code --entrypoint}: the program that is started, instead of the image's entry point.
     *
     * @param program its name or path; {@code ""} to have none, so that the command alone is run
     * @return this object
     */
    public RunSpec entrypoint(String program) {
        return option("--entrypoint", program);
    }

    /**
     * {@code --workdir}: the folder in which the program is started.
     *
     * @param folder an absolute path in the container
     * @return this object
     */
    public RunSpec workdir(String folder) {
        return option("--workdir", folder);
    }

    /**
     * {@code --user}: the user whose rights the program has.
     *
     * @param user a name or a number, optionally with a group: {@code nobody}, {@code 1000:1000}
     * @return this object
     */
    public RunSpec user(String user) {
        return option("--user", user);
    }

    /**
     * {@code --pid}: shares a process namespace.
     *
     * @param mode {@code host} or {@code container:NAME}
     * @return this object
     */
    public RunSpec pid(String mode) {
        return option("--pid", mode);
    }

    /**
     * {@code --restart}: when the engine starts the container again.
     *
     * @param policy {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure} or {@code on-failure:N} (N
     *     times at most)
     * @return this object
     */
    public RunSpec restart(String policy) {
        return option("--restart", policy);
    }

    /**
     * {@code --privileged}: gives the container all rights of the host's root user.
     *
     * @return this object
     */
    public RunSpec privileged() {
        return option("--privileged", "true");
    }

    /**
     * {@code --cap-add}: gives the program Linux capabilities (capabilities(7)) beyond the usual ones.
     *
     * @param capabilities as in {@code NET_ADMIN}; {@code ALL} for all
     * @return this object
     */
    public RunSpec capAdd(String... capabilities) {
        return options("--cap-add", capabilities);
    }

    /**
     * {@code --cap-drop}: takes Linux capabilities (capabilities(7)) from the program.
     *
     * @param capabilities as in {@code NET_RAW}; {@code ALL} for all
     * @return this object
     */
    public RunSpec capDrop(String... capabilities) {
        return options("--cap-drop", capabilities);
    }

    /**
     * {@code --security-opt}: sets security options.
     *
     * @param options as in {@code no-new-privileges} or {@code seccomp=unconfined}
     * @return this object
     */
    public RunSpec securityOption(String... options) {
        return options("--security-opt", options);
    }

    /**
     * {@code --sysctl}: sets a kernel parameter of the container's namespaces.
     *
     * @param key as in {@code net.ipv4.ip_forward}
     * @param value its value
     * @return this object
     */
    public RunSpec sysctl(String key, String value) {
        return option("--sysctl", key + "=" + value);
    }

    /**
     * {@code --add-host}: adds lines to the container's {@code /etc/hosts}.
     *
     * @param lines {@code name:address}, as in {@code db:10.9.0.7}; {@code host:host-gateway} means the host's address
     * @return this object
     */
    public RunSpec addHost(String... lines) {
        return options("--add-host", lines);
    }

    /**
     * {@code --dns}: the name servers that the container asks, instead of the host's.
     *
     * @param servers their IP addresses
     * @return this object
     */
    public RunSpec dns(String... servers) {
        return options("--dns", servers);
    }

    /**
     * {@code --init}: starts a small init process first, which passes on signals and removes ended child processes.
     *
     * @return this object
     */
    public RunSpec init() {
        return option("--init", "true");
    }

    /**
     * Leaves {@code --detach} out: the run waits for the container's end, and gives what it printed and its exit code.
     *
     * @return this object
     */
    public RunSpec foreground() {
        settings.forget("--detach");
        return this;
    }

    /**
     * {@code --detach}: runs the container in the background. This is the default.
     *
     * @return this object
     */
    public RunSpec detach() {
        return option("--detach", "true");
    }

    /**
     * {@code --interactive}: keeps the container's standard input open. A cell has no keyboard for it, so the container
     * runs in the background.
     *
     * @return this object
     */
    public RunSpec interactive() {
        return option("--interactive", "true");
    }

    /**
     * {@code --tty}: gives the program a terminal; its two output streams become one.
     *
     * @return this object
     */
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

    /** Gives the command line that says the same, as one would type it in a shell. */
    public String commandLine() {
        return commandLine("run");
    }

    String commandLine(String word) {
        CommandLine line = new CommandLine("docker", word);
        settings.tell(line);
        return line.words(image).words(command).toString();
    }
}
