package porthole.engine.network;

import porthole.engine.api.CommandLine;
import porthole.engine.flag.NetworkFlags;
import porthole.engine.flag.Settings;

/**
 * The flags and arguments of {@code docker network connect}. They are also the settings of one network in
 * {@code docker run --network name=…}. Each method sets a flag and returns this object, so that calls can be chained. A
 * value is checked when the command runs, which throws {@code EngineException} if it is not valid or this engine's API
 * does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/network/connect/">docker network connect</a>
 */
public final class ConnectSpec {
    final String network;
    final String container;
    final Settings settings = new Settings(NetworkFlags.CONNECT);

    /**
     * Starts with no flags: the engine chooses the address.
     *
     * @param network the network's name or id
     * @param container the container's name or id
     */
    public ConnectSpec(String network, String container) {
        this.network = network;
        this.container = container;
    }

    /**
     * {@code --alias}: further names under which the network's DNS knows the container. The default bridge has no such
     * DNS.
     *
     * @param names one or more names
     * @return this object
     */
    public ConnectSpec alias(String... names) {
        return flags("--alias", names);
    }

    /**
     * {@code --ip}: a fixed IPv4 address. Engines accept it only on a network that was created with a subnet of one's
     * own choice.
     *
     * @param address an address of that subnet in numbers, as in {@code 10.9.0.7}
     * @return this object
     */
    public ConnectSpec ip(String address) {
        return flag("--ip", address);
    }

    /**
     * {@code --ip6}: a fixed IPv6 address. Engines accept it only on a network that was created with an IPv6 subnet of
     * one's own choice.
     *
     * @param address an address of that subnet in numbers, as in {@code fd00:9::7}
     * @return this object
     */
    public ConnectSpec ip6(String address) {
        return flag("--ip6", address);
    }

    /**
     * {@code --driver-opt}: passes an option to the network's driver.
     *
     * @param key the option's name
     * @param value its value
     * @return this object
     */
    public ConnectSpec driverOption(String key, String value) {
        return flag("--driver-opt", key + "=" + value);
    }

    /**
     * {@code --gw-priority}: which of a container's networks is its default route: the one with the highest number. It
     * needs engine 28 (API 1.48).
     *
     * @param priority any whole number; 0 if it is not set
     * @return this object
     */
    public ConnectSpec gatewayPriority(int priority) {
        return flag("--gw-priority", String.valueOf(priority));
    }

    /**
     * {@code --link-local-ip}: further addresses of the interface from a link-local range.
     *
     * @param addresses as in {@code 169.254.34.68}
     * @return this object
     */
    public ConnectSpec linkLocal(String... addresses) {
        return flags("--link-local-ip", addresses);
    }

    /**
     * {@code --link}: names that only this container resolves.
     *
     * @param containers names, each with an alias after a colon if it is to have one: {@code web} or {@code web:db}
     * @return this object
     */
    public ConnectSpec link(String... containers) {
        return flags("--link", containers);
    }

    /**
     * Sets any flag of {@code docker network connect} by its name on the command line: {@code flag("--alias", "till")}.
     * Flags that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
    public ConnectSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    private ConnectSpec flags(String flag, String... values) {
        settings.giveAll(flag, values);
        return this;
    }

    /** The fixed address that was asked for, of either kind; empty for the engine's choice. */
    String address() {
        return settings.value("--ip").or(() -> settings.value("--ip6")).orElse("");
    }

    /** Gives the command line that says the same, as one would type it in a shell. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "network", "connect");
        settings.tell(line);
        return line.words(network, container).toString();
    }
}
