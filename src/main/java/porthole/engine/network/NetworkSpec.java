package porthole.engine.network;

import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.flag.NetworkFlags;
import porthole.engine.flag.Settings;

/**
 * The flags and arguments of {@code docker network create}. Each method sets a flag and returns this object, so that
 * calls can be chained. A value is checked when the command runs, which throws {@code EngineException} if it is not
 * valid or this engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/network/create/">docker network create</a>
 */
public final class NetworkSpec {
    final String name;
    final Settings settings = new Settings(NetworkFlags.CREATE);

    /**
     * Starts with no flags: a bridge network whose subnet the engine chooses.
     *
     * @param name the network's name: letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or
     *     digit
     */
    public NetworkSpec(String name) {
        this.name = name;
    }

    /**
     * {@code --driver}: what kind of network it is.
     *
     * @param driver {@code bridge} (the default), {@code overlay}, {@code macvlan}, {@code ipvlan}, or a plugin's name
     * @return this object
     */
    public NetworkSpec driver(String driver) {
        return flag("--driver", driver);
    }

    /**
     * {@code --subnet}: the range of the network's addresses. Call it twice for an IPv4 and an IPv6 range.
     *
     * @param cidr the range's first address and its prefix length, as in {@code 10.9.0.0/24} or {@code fd00:9::/64}
     * @return this object
     */
    public NetworkSpec subnet(String cidr) {
        return flag("--subnet", cidr);
    }

    /**
     * {@code --gateway}: the address through which members leave the network; on a bridge, the host's own. It needs
     * {@link #subnet}.
     *
     * @param address an address of the subnet; the engine takes the first one if it is not set
     * @return this object
     */
    public NetworkSpec gateway(String address) {
        return flag("--gateway", address);
    }

    /**
     * {@code --ip-range}: the part of the subnet from which the engine gives out addresses.
     *
     * @param cidr a range inside the subnet, as in {@code 10.9.0.128/25}
     * @return this object
     */
    public NetworkSpec ipRange(String cidr) {
        return flag("--ip-range", cidr);
    }

    /**
     * {@code --internal}: gives the network no way out of the host.
     *
     * @return this object
     */
    public NetworkSpec internal() {
        return flag("--internal", "true");
    }

    /**
     * {@code --attachable}: lets containers that are not tasks of a service join an overlay network.
     *
     * @return this object
     */
    public NetworkSpec attachable() {
        return flag("--attachable", "true");
    }

    /**
     * {@code --ingress}: makes the network that carries the published ports of a swarm (routing mesh). A swarm has at
     * most one.
     *
     * @return this object
     */
    public NetworkSpec ingress() {
        return flag("--ingress", "true");
    }

    /**
     * {@code --ipv6}: gives members IPv6 addresses, too. Engines before 27 have no IPv6 range of their own, so they
     * need one from {@link #subnet}.
     *
     * @return this object
     */
    public NetworkSpec ipv6() {
        return flag("--ipv6", "true");
    }

    /**
     * {@code --scope}: how far the network reaches.
     *
     * @param scope {@code local} or {@code swarm}
     * @return this object
     */
    public NetworkSpec scope(String scope) {
        return flag("--scope", scope);
    }

    /**
     * {@code --ipam-driver}: what gives out the addresses.
     *
     * @param driver {@code default}, {@code null}, or a plugin's name
     * @return this object
     */
    public NetworkSpec ipamDriver(String driver) {
        return flag("--ipam-driver", driver);
    }

    /**
     * {@code --ipam-opt}: passes an option to the driver that gives out the addresses.
     *
     * @param key the option's name
     * @param value its value
     * @return this object
     */
    public NetworkSpec ipamOption(String key, String value) {
        return flag("--ipam-opt", key + "=" + value);
    }

    /**
     * {@code --aux-address}: an address of the subnet that the engine must not give out, because something else has it.
     *
     * @param name any name for what has it
     * @param address the address in numbers
     * @return this object
     */
    public NetworkSpec auxAddress(String name, String address) {
        return flag("--aux-address", name + "=" + address);
    }

    /**
     * {@code --ipv4}: whether members get IPv4 addresses.
     *
     * @param on {@code false} needs engine 28 (API 1.47)
     * @return this object
     */
    public NetworkSpec ipv4(boolean on) {
        return flag("--ipv4", String.valueOf(on));
    }

    /**
     * {@code --config-only}: stores settings that other networks take over with {@link #configFrom}, and makes no
     * network.
     *
     * @return this object
     */
    public NetworkSpec configOnly() {
        return flag("--config-only", "true");
    }

    /**
     * {@code --config-from}: takes over the settings of a network that was made with {@link #configOnly()}.
     *
     * @param network its name
     * @return this object
     */
    public NetworkSpec configFrom(String network) {
        return flag("--config-from", network);
    }

    /**
     * {@code --label}: attaches a label to the network.
     *
     * @param key the label's name
     * @param value its value
     * @return this object
     */
    public NetworkSpec label(String key, String value) {
        return flag("--label", key + "=" + value);
    }

    /**
     * {@code --opt}: passes an option to the driver.
     *
     * @param key as in {@code com.docker.network.driver.mtu}
     * @param value its value
     * @return this object
     */
    public NetworkSpec option(String key, String value) {
        return flag("--opt", key + "=" + value);
    }

    /**
     * Sets any flag of {@code docker network create} by its name on the command line:
     * {@code flag("--internal", "true")}. Flags that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
    public NetworkSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    String driver() {
        return settings.value("--driver").orElse("bridge");
    }

    List<String> subnets() {
        return settings.values("--subnet");
    }

    /** Gives the command line that says the same, as one would type it in a shell. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "network", "create");
        settings.tell(line);
        return line.words(name).toString();
    }
}
