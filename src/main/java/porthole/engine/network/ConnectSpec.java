package porthole.engine.network;

import porthole.engine.api.CommandLine;
import porthole.engine.flag.NetworkFlags;
import porthole.engine.flag.Settings;

/** What {@code docker network connect} is told, and what {@code docker run --network name=…} is. */
public final class ConnectSpec {
    final String network;
    final String container;
    final Settings settings = new Settings(NetworkFlags.CONNECT);

    /** That container on that network, both by name or id. */
    public ConnectSpec(String network, String container) {
        this.network = network;
        this.container = container;
    }

    /** {@code --alias}: further names under which the network's DNS knows the container. */
    public ConnectSpec alias(String... names) {
        return flags("--alias", names);
    }

    /** {@code --ip}: a fixed address; the network needs a subnet that a person chose. */
    public ConnectSpec ip(String address) {
        return flag("--ip", address);
    }

    /** {@code --ip6}: a fixed IPv6 address; the network needs an IPv6 subnet that a person chose. */
    public ConnectSpec ip6(String address) {
        return flag("--ip6", address);
    }

    /** {@code --driver-opt key=value}. */
    public ConnectSpec driverOption(String key, String value) {
        return flag("--driver-opt", key + "=" + value);
    }

    /** {@code --gw-priority}: the network of the highest gives the container its way out; needs engine 28. */
    public ConnectSpec gatewayPriority(int priority) {
        return flag("--gw-priority", String.valueOf(priority));
    }

    /** {@code --link-local-ip}. */
    public ConnectSpec linkLocal(String... addresses) {
        return flags("--link-local-ip", addresses);
    }

    /** {@code --link}: {@code container[:alias]}. */
    public ConnectSpec link(String... containers) {
        return flags("--link", containers);
    }

    /** Any flag of {@code docker network connect}, as on the command line: {@code flag("--alias", "till")}. */
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

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "network", "connect");
        settings.tell(line);
        return line.words(network, container).toString();
    }
}
