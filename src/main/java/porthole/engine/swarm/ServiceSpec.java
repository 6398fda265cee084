package porthole.engine.swarm;

import java.util.ArrayList;
import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.flag.ServiceFlags;
import porthole.engine.flag.Settings;

/**
 * The flags and arguments of {@code docker service create}. Each method sets a flag and returns this object, so that
 * calls can be chained. A value is checked when the command runs, which throws {@code EngineException} if it is not
 * valid or this engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/service/create/">docker service create</a>
 */
public final class ServiceSpec {
    final String image;

    final Settings settings = new Settings(ServiceFlags.CREATE);
    final List<String> command = new ArrayList<>();

    /**
     * Starts with no flags: one task, and a name that the swarm chooses.
     *
     * @param image the image's name, as in {@code nginx:1.25}; each host of the swarm must be able to get it
     */
    public ServiceSpec(String image) {
        this.image = image;
    }

    /**
     * {@code --name}: the service's name, which the DNS of its networks resolves.
     *
     * @param name letters, digits and {@code -}, beginning with a letter or digit
     * @return this object
     */
    public ServiceSpec name(String name) {
        return flag("--name", name);
    }

    /**
     * {@code --replicas}: how many tasks (containers) the swarm keeps running. It excludes {@link #global()}.
     *
     * @param count 0 or more
     * @return this object
     */
    public ServiceSpec replicas(int count) {
        return flag("--replicas", String.valueOf(count));
    }

    /**
     * {@code --replicas-max-per-node}: how many tasks one host runs at most.
     *
     * @param count 0 for no limit
     * @return this object
     */
    public ServiceSpec maxPerNode(int count) {
        return flag("--replicas-max-per-node", String.valueOf(count));
    }

    /**
     * {@code --mode global}: runs one task on every host.
     *
     * @return this object
     */
    public ServiceSpec global() {
        return flag("--mode", "global");
    }

    /**
     * {@code --network}: connects the tasks to overlay networks.
     *
     * @param names names of networks that span the swarm
     * @return this object
     */
    public ServiceSpec network(String... names) {
        settings.giveAll("--network", names);
        return this;
    }

    /**
     * {@code --publish}: opens ports of the hosts that lead to the tasks.
     *
     * @param ports {@code 8080:80} (every host answers, through the routing mesh, which needs IP_VS in the hosts'
     *     Linux), or the long form {@code published=8080,target=80,mode=host} (a host answers for its own task only)
     * @return this object
     */
    public ServiceSpec publish(String... ports) {
        settings.giveAll("--publish", ports);
        return this;
    }

    /**
     * {@code --endpoint-mode dnsrr}: DNS answers with the tasks' own addresses instead of one virtual address. It needs
     * no IP_VS.
     *
     * @return this object
     */
    public ServiceSpec dnsrr() {
        return endpointMode("dnsrr");
    }

    /**
     * {@code --endpoint-mode}: what DNS answers for the service's name.
     *
     * @param mode {@code vip} (one virtual address, the default) or {@code dnsrr} (the tasks' own addresses)
     * @return this object
     */
    public ServiceSpec endpointMode(String mode) {
        return flag("--endpoint-mode", mode);
    }

    /**
     * {@code --env}: sets environment variables.
     *
     * @param assignments {@code KEY=value}
     * @return this object
     */
    public ServiceSpec env(String... assignments) {
        settings.giveAll("--env", assignments);
        return this;
    }

    /**
     * {@code --constraint}: on which hosts tasks may run; all expressions must hold.
     *
     * @param expressions as in {@code node.hostname==host2} or {@code node.role!=manager}
     * @return this object
     */
    public ServiceSpec constraint(String... expressions) {
        settings.giveAll("--constraint", expressions);
        return this;
    }

    /**
     * {@code --hostname}: the name by which each container knows itself.
     *
     * @param name the name
     * @return this object
     */
    public ServiceSpec hostname(String name) {
        return flag("--hostname", name);
    }

    /**
     * {@code --user}: the user whose rights the program has.
     *
     * @param user a name or a number, optionally with a group: {@code 1000:1000}
     * @return this object
     */
    public ServiceSpec user(String user) {
        return flag("--user", user);
    }

    /**
     * {@code --workdir}: the folder in which the program is started.
     *
     * @param folder an absolute path in the container
     * @return this object
     */
    public ServiceSpec workdir(String folder) {
        return flag("--workdir", folder);
    }

    /**
     * {@code --restart-condition}: when the swarm replaces a task that has ended.
     *
     * @param condition {@code none}, {@code on-failure} or {@code any} (the default)
     * @return this object
     */
    public ServiceSpec restart(String condition) {
        return flag("--restart-condition", condition);
    }

    /**
     * {@code --dns}: the name servers that the containers ask, instead of the host's.
     *
     * @param servers their IP addresses
     * @return this object
     */
    public ServiceSpec dns(String... servers) {
        settings.giveAll("--dns", servers);
        return this;
    }

    /**
     * {@code --host}: adds lines to {@code /etc/hosts} of each container.
     *
     * @param lines {@code name:address}, as in {@code db:10.9.0.7}
     * @return this object
     */
    public ServiceSpec host(String... lines) {
        settings.giveAll("--host", lines);
        return this;
    }

    /**
     * {@code --label}: attaches a label to the service.
     *
     * @param key the label's name
     * @param value its value
     * @return this object
     */
    public ServiceSpec label(String key, String value) {
        return flag("--label", key + "=" + value);
    }

    /**
     * {@code --container-label}: attaches a label to each of the service's containers.
     *
     * @param key the label's name
     * @param value its value
     * @return this object
     */
    public ServiceSpec containerLabel(String key, String value) {
        return flag("--container-label", key + "=" + value);
    }

    /**
     * {@code --detach}: does not wait until the tasks run.
     *
     * @return this object
     */
    public ServiceSpec detach() {
        return flag("--detach", "true");
    }

    /**
     * Sets what is run instead of the image's own command. Called again, it adds words.
     *
     * @param words the program and its arguments, passed on unchanged
     * @return this object
     */
    public ServiceSpec command(String... words) {
        command.addAll(List.of(words));
        return this;
    }

    /**
     * Sets any flag of {@code docker service create} by its name on the command line: {@code flag("--replicas", "3")}.
     * Flags that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
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

    /** Gives the command line that says the same, as one would type it in a shell. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "service", "create");
        settings.tell(line);
        return line.words(image).words(command).toString();
    }
}
