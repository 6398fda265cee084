package porthole.engine.swarm;

import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.flag.ServiceFlags;
import porthole.engine.flag.Settings;

/** What {@code docker service create} is told. */
public final class ServiceSpec {
    final String image;

    final Settings settings = new Settings(ServiceFlags.CREATE);
    final List<String> command = new ArrayList<>();

    /** A service of that image, all else as the swarm chooses. */
    public ServiceSpec(String image) {
        this.image = image;
    }

    /** {@code --name}. */
    public ServiceSpec name(String name) {
        return flag("--name", name);
    }

    /** {@code --replicas}: how many tasks. */
    public ServiceSpec replicas(int count) {
        return flag("--replicas", String.valueOf(count));
    }

    /** {@code --replicas-max-per-node}. */
    public ServiceSpec maxPerNode(int count) {
        return flag("--replicas-max-per-node", String.valueOf(count));
    }

    /** {@code --mode global}: one task on every host. */
    public ServiceSpec global() {
        return flag("--mode", "global");
    }

    /** {@code --network}: an overlay that its tasks join. */
    public ServiceSpec network(String... names) {
        settings.giveAll("--network", names);
        return this;
    }

    /**
     * {@code --publish}: {@code 8080:80} (any host answers, through the routing mesh), or the long form
     * {@code published=8080,target=80,mode=host} (each host answers for its own task).
     */
    public ServiceSpec publish(String... ports) {
        settings.giveAll("--publish", ports);
        return this;
    }

    /** {@code --endpoint-mode dnsrr}: DNS answers with the tasks' own addresses; needs no IP_VS. */
    public ServiceSpec dnsrr() {
        return endpointMode("dnsrr");
    }

    /** {@code --endpoint-mode}: {@code vip} or {@code dnsrr}. */
    public ServiceSpec endpointMode(String mode) {
        return flag("--endpoint-mode", mode);
    }

    /** {@code --env KEY=VALUE}. */
    public ServiceSpec env(String... assignments) {
        settings.giveAll("--env", assignments);
        return this;
    }

    /** {@code --constraint}: {@code node.hostname==host2}. */
    public ServiceSpec constraint(String... expressions) {
        settings.giveAll("--constraint", expressions);
        return this;
    }

    /** {@code --hostname}. */
    public ServiceSpec hostname(String name) {
        return flag("--hostname", name);
    }

    /** {@code --user}. */
    public ServiceSpec user(String user) {
        return flag("--user", user);
    }

    /** {@code --workdir}. */
    public ServiceSpec workdir(String folder) {
        return flag("--workdir", folder);
    }

    /** {@code --restart-condition}: {@code none}, {@code on-failure} or {@code any}. */
    public ServiceSpec restart(String condition) {
        return flag("--restart-condition", condition);
    }

    /** {@code --dns}. */
    public ServiceSpec dns(String... servers) {
        settings.giveAll("--dns", servers);
        return this;
    }

    /** {@code --host NAME:ADDRESS}. */
    public ServiceSpec host(String... lines) {
        settings.giveAll("--host", lines);
        return this;
    }

    /** {@code --label}: on the service. */
    public ServiceSpec label(String key, String value) {
        return flag("--label", key + "=" + value);
    }

    /** {@code --container-label}: on its containers. */
    public ServiceSpec containerLabel(String key, String value) {
        return flag("--container-label", key + "=" + value);
    }

    /** {@code --detach}: do not wait until the tasks run. */
    public ServiceSpec detach() {
        return flag("--detach", "true");
    }

    /** What runs instead of the image's own command. */
    public ServiceSpec command(String... words) {
        command.addAll(List.of(words));
        return this;
    }

    /** Any flag of {@code docker service create}, as on the command line: {@code flag("--replicas", "3")}. */
    public ServiceSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    List<String> networks() {
        return settings.values("--network");
    }

    List<String> ports() {
        return settings.values("--publish");
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "service", "create");
        settings.tell(line);
        return line.words(image).words(command).toString();
    }
}
