package porthole.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import porthole.command.LineException;
import porthole.command.ShellWords;

/** What {@code docker run} is told. Detached, unless {@link #foreground()} says otherwise. */
public final class RunSpec {
    final String image;

    @Nullable
    String name;

    @Nullable
    String network;

    @Nullable
    String ip;

    @Nullable
    String ip6;

    @Nullable
    String mac;

    @Nullable
    String hostname;

    @Nullable
    String entrypoint;

    @Nullable
    String workdir;

    @Nullable
    String user;

    @Nullable
    String pid;

    @Nullable
    String restart;

    final List<String> ports = new ArrayList<>();
    final List<String> exposed = new ArrayList<>();
    final List<String> aliases = new ArrayList<>();
    final List<String> env = new ArrayList<>();
    final List<String> volumes = new ArrayList<>();
    final List<String> capAdd = new ArrayList<>();
    final List<String> capDrop = new ArrayList<>();
    final List<String> securityOptions = new ArrayList<>();
    final List<String> hosts = new ArrayList<>();
    final List<String> dns = new ArrayList<>();
    final List<String> command = new ArrayList<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final Map<String, String> sysctls = new LinkedHashMap<>();
    final List<String> mounts = new ArrayList<>();
    final List<Option> options = new ArrayList<>();
    boolean noHealthcheck;
    boolean rm;
    boolean privileged;
    boolean publishAll;
    boolean foreground;
    boolean interactive;
    boolean tty;
    boolean init;

    /** A flag of {@link RunOption} and its value. */
    record Option(RunOption of, String value) {}

    /** A container of that image, all else as the engine chooses. */
    public RunSpec(String image) {
        this.image = image;
    }

    /** {@code --name}. */
    public RunSpec name(String name) {
        this.name = name;
        return this;
    }

    /** {@code --publish}: {@code 81:80}, {@code 127.0.0.1:81:80/udp}, {@code 80} (the engine chooses), ranges too. */
    public RunSpec publish(String... ports) {
        this.ports.addAll(List.of(ports));
        return this;
    }

    /** {@code --publish-all}: every port that the image exposes, each to a port that the engine chooses. */
    public RunSpec publishAll() {
        publishAll = true;
        return this;
    }

    /** {@code --expose}: {@code 80} or {@code 53/udp}. */
    public RunSpec expose(String... ports) {
        exposed.addAll(List.of(ports));
        return this;
    }

    /** {@code --rm}: removed by the engine when it ends. */
    public RunSpec rm() {
        rm = true;
        return this;
    }

    /** {@code --network}: a network's name, {@code host}, {@code none} or {@code container:NAME}. */
    public RunSpec network(String mode) {
        network = mode;
        return this;
    }

    /** {@code --network-alias}: further names under which the network's DNS knows it. */
    public RunSpec networkAlias(String... names) {
        aliases.addAll(List.of(names));
        return this;
    }

    /** {@code --ip}: a fixed address; the network needs a subnet that a person chose. */
    public RunSpec ip(String address) {
        ip = address;
        return this;
    }

    /** {@code --ip6}. */
    public RunSpec ip6(String address) {
        ip6 = address;
        return this;
    }

    /** {@code --mac-address}. */
    public RunSpec macAddress(String mac) {
        this.mac = mac;
        return this;
    }

    /** {@code --hostname}. */
    public RunSpec hostname(String hostname) {
        this.hostname = hostname;
        return this;
    }

    /** {@code --env key=value}. */
    public RunSpec env(String key, String value) {
        return env(key + "=" + value);
    }

    /** {@code --env}: {@code KEY=value}, or {@code KEY} to take this process's own. */
    public RunSpec env(String assignment) {
        env.add(assignment);
        return this;
    }

    /** {@code --volume}: {@code /host:/container[:ro]} or {@code name:/container}. */
    public RunSpec volume(String... binds) {
        volumes.addAll(List.of(binds));
        return this;
    }

    /** {@code --env-file}: one assignment on each line. */
    public RunSpec envFile(String file) {
        env.addAll(LineFile.read(file));
        return this;
    }

    /** {@code --label-file}: one {@code key=value} on each line. */
    public RunSpec labelFile(String file) {
        for (String line : LineFile.read(file)) {
            int equals = line.indexOf('=');
            labels.put(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1));
        }
        return this;
    }

    /** {@code --mount}: {@code type=bind,source=/here,target=/there,readonly}. */
    public RunSpec mount(String mount) {
        mounts.add(mount);
        return this;
    }

    /** {@code --no-healthcheck}. */
    public RunSpec noHealthcheck() {
        noHealthcheck = true;
        return this;
    }

    /**
     * Any further flag of {@code docker run} that is one setting and nothing more, as on the command line: {@code
     * option("--memory", "64m")}. A switch takes {@code "true"}.
     *
     * @throws EngineException where there is no such flag
     */
    public RunSpec option(String flag, String value) {
        List<String> flags = RunOption.ALL.stream().map(RunOption::flag).toList();
        RunOption option = RunOption.named(flag)
                .orElseThrow(() -> Errors.sentence(
                        "option.unknown", flag, String.join(", ", flags), Names.suggestion(flag, flags)));
        options.add(new Option(option, value));
        return this;
    }

    /** {@code --label key=value}. */
    public RunSpec label(String key, String value) {
        labels.put(key, value);
        return this;
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

    /** {@code --entrypoint}. */
    public RunSpec entrypoint(String program) {
        entrypoint = program;
        return this;
    }

    /** {@code --workdir}. */
    public RunSpec workdir(String folder) {
        workdir = folder;
        return this;
    }

    /** {@code --user}. */
    public RunSpec user(String user) {
        this.user = user;
        return this;
    }

    /** {@code --pid}: {@code host} or {@code container:NAME}. */
    public RunSpec pid(String mode) {
        pid = mode;
        return this;
    }

    /** {@code --restart}: {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure[:N]}. */
    public RunSpec restart(String policy) {
        restart = policy;
        return this;
    }

    /** {@code --privileged}. */
    public RunSpec privileged() {
        privileged = true;
        return this;
    }

    /** {@code --cap-add}. */
    public RunSpec capAdd(String... capabilities) {
        capAdd.addAll(List.of(capabilities));
        return this;
    }

    /** {@code --cap-drop}. */
    public RunSpec capDrop(String... capabilities) {
        capDrop.addAll(List.of(capabilities));
        return this;
    }

    /** {@code --security-opt}. */
    public RunSpec securityOption(String... options) {
        securityOptions.addAll(List.of(options));
        return this;
    }

    /** {@code --sysctl key=value}. */
    public RunSpec sysctl(String key, String value) {
        sysctls.put(key, value);
        return this;
    }

    /** {@code --add-host name:address}. */
    public RunSpec addHost(String... lines) {
        hosts.addAll(List.of(lines));
        return this;
    }

    /** {@code --dns}: a name server's address. */
    public RunSpec dns(String... servers) {
        dns.addAll(List.of(servers));
        return this;
    }

    /** {@code --init}: a small init process that reaps and forwards signals. */
    public RunSpec init() {
        init = true;
        return this;
    }

    /** Not {@code --detach}: wait for its end, and give what it said. */
    public RunSpec foreground() {
        foreground = true;
        return this;
    }

    /** {@code --detach}; the default. */
    public RunSpec detach() {
        foreground = false;
        return this;
    }

    /** {@code --interactive}: its standard input stays open (a cell has nothing to type into it). */
    public RunSpec interactive() {
        interactive = true;
        return this;
    }

    /** {@code --tty}. */
    public RunSpec tty() {
        tty = true;
        return this;
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "run");
        line.flag("--detach", !foreground).flag("--rm", rm);
        line.flag("--interactive", interactive).flag("--tty", tty).flag("--init", init);
        line.option("--name", name).option("--hostname", hostname);
        line.option("--network", network).options("--network-alias", aliases);
        line.option("--ip", ip).option("--ip6", ip6).option("--mac-address", mac);
        line.flag("--publish-all", publishAll).options("--publish", ports).options("--expose", exposed);
        line.options("--env", env).options("--volume", volumes).options("--label", labels);
        line.option("--entrypoint", entrypoint).option("--workdir", workdir).option("--user", user);
        line.option("--pid", pid).option("--restart", restart);
        line.flag("--privileged", privileged).options("--cap-add", capAdd).options("--cap-drop", capDrop);
        line.options("--security-opt", securityOptions).options("--sysctl", sysctls);
        line.options("--add-host", hosts).options("--dns", dns);
        line.options("--mount", mounts).flag("--no-healthcheck", noHealthcheck);
        for (Option option : options) {
            line.words(option.of().flag());
            if (option.of().kind() != RunOption.Kind.SWITCH) {
                line.words(option.value());
            }
        }
        return line.words(image).words(command).toString();
    }
}
