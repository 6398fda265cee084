package porthole.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code docker service create} is told. */
public final class ServiceSpec {
    final String image;

    @Nullable
    String name;

    @Nullable
    String endpointMode;

    @Nullable
    String hostname;

    @Nullable
    String user;

    @Nullable
    String workdir;

    @Nullable
    String restart;

    final List<String> networks = new ArrayList<>();
    final List<String> ports = new ArrayList<>();
    final List<String> env = new ArrayList<>();
    final List<String> constraints = new ArrayList<>();
    final List<String> dns = new ArrayList<>();
    final List<String> hosts = new ArrayList<>();
    final List<String> command = new ArrayList<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final Map<String, String> containerLabels = new LinkedHashMap<>();
    int replicas = 1;
    int perNode;
    boolean global;
    boolean detach;

    /** A service of that image, all else as the swarm chooses. */
    public ServiceSpec(String image) {
        this.image = image;
    }

    /** {@code --name}. */
    public ServiceSpec name(String name) {
        this.name = name;
        return this;
    }

    /** {@code --replicas}: how many tasks. */
    public ServiceSpec replicas(int count) {
        replicas = count;
        return this;
    }

    /** {@code --replicas-max-per-node}. */
    public ServiceSpec maxPerNode(int count) {
        perNode = count;
        return this;
    }

    /** {@code --mode global}: one task on every host. */
    public ServiceSpec global() {
        global = true;
        return this;
    }

    /** {@code --network}: an overlay that its tasks join. */
    public ServiceSpec network(String... names) {
        networks.addAll(List.of(names));
        return this;
    }

    /**
     * {@code --publish}: {@code 8080:80} (any host answers, through the routing mesh), or the long form
     * {@code published=8080,target=80,mode=host} (each host answers for its own task).
     */
    public ServiceSpec publish(String... ports) {
        this.ports.addAll(List.of(ports));
        return this;
    }

    /** {@code --endpoint-mode dnsrr}: DNS answers with the tasks' own addresses; needs no IP_VS. */
    public ServiceSpec dnsrr() {
        return endpointMode("dnsrr");
    }

    /** {@code --endpoint-mode}: {@code vip} or {@code dnsrr}. */
    public ServiceSpec endpointMode(String mode) {
        endpointMode = mode;
        return this;
    }

    /** {@code --env KEY=VALUE}. */
    public ServiceSpec env(String... assignments) {
        env.addAll(List.of(assignments));
        return this;
    }

    /** {@code --constraint}: {@code node.hostname==host2}. */
    public ServiceSpec constraint(String... expressions) {
        constraints.addAll(List.of(expressions));
        return this;
    }

    /** {@code --hostname}. */
    public ServiceSpec hostname(String name) {
        hostname = name;
        return this;
    }

    /** {@code --user}. */
    public ServiceSpec user(String user) {
        this.user = user;
        return this;
    }

    /** {@code --workdir}. */
    public ServiceSpec workdir(String folder) {
        workdir = folder;
        return this;
    }

    /** {@code --restart-condition}: {@code none}, {@code on-failure} or {@code any}. */
    public ServiceSpec restart(String condition) {
        restart = condition;
        return this;
    }

    /** {@code --dns}. */
    public ServiceSpec dns(String... servers) {
        dns.addAll(List.of(servers));
        return this;
    }

    /** {@code --host NAME:ADDRESS}. */
    public ServiceSpec host(String... lines) {
        hosts.addAll(List.of(lines));
        return this;
    }

    /** {@code --label}: on the service. */
    public ServiceSpec label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** {@code --container-label}: on its containers. */
    public ServiceSpec containerLabel(String key, String value) {
        containerLabels.put(key, value);
        return this;
    }

    /** {@code --detach}: do not wait until the tasks run. */
    public ServiceSpec detach() {
        detach = true;
        return this;
    }

    /** What runs instead of the image's own command. */
    public ServiceSpec command(String... words) {
        command.addAll(List.of(words));
        return this;
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "service", "create").option("--name", name);
        line.option("--mode", global ? "global" : null);
        line.option("--replicas", !global && replicas != 1 ? String.valueOf(replicas) : null);
        line.option("--replicas-max-per-node", perNode == 0 ? null : String.valueOf(perNode));
        line.options("--network", networks).option("--endpoint-mode", endpointMode);
        line.options("--publish", ports).options("--env", env).options("--constraint", constraints);
        line.option("--hostname", hostname).option("--user", user).option("--workdir", workdir);
        line.option("--restart-condition", restart).options("--dns", dns).options("--host", hosts);
        line.options("--label", labels).options("--container-label", containerLabels);
        return line.flag("--detach", detach).words(image).words(command).toString();
    }
}
