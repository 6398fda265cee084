package porthole.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code docker network connect} is told. */
public final class ConnectSpec {
    final String network;
    final String container;
    final List<String> aliases = new ArrayList<>();

    @Nullable
    String ip;

    @Nullable
    String ip6;

    final java.util.Map<String, String> driverOptions = new java.util.LinkedHashMap<>();
    final List<String> linkLocal = new ArrayList<>();
    final List<String> links = new ArrayList<>();

    @Nullable
    Integer gatewayPriority;

    /** That container on that network, both by name or id. */
    public ConnectSpec(String network, String container) {
        this.network = network;
        this.container = container;
    }

    /** {@code --alias}: further names under which the network's DNS knows the container. */
    public ConnectSpec alias(String... names) {
        aliases.addAll(List.of(names));
        return this;
    }

    /** {@code --ip}: a fixed address; the network needs a subnet that a person chose. */
    public ConnectSpec ip(String address) {
        ip = address;
        return this;
    }

    /** {@code --ip6}. */
    public ConnectSpec ip6(String address) {
        ip6 = address;
        return this;
    }

    /** {@code --driver-opt key=value}. */
    public ConnectSpec driverOption(String key, String value) {
        driverOptions.put(key, value);
        return this;
    }

    /** {@code --gw-priority}: the network of the highest gives the container its way out; needs engine 28. */
    public ConnectSpec gatewayPriority(int priority) {
        gatewayPriority = priority;
        return this;
    }

    /** {@code --link-local-ip}. */
    public ConnectSpec linkLocal(String... addresses) {
        linkLocal.addAll(List.of(addresses));
        return this;
    }

    /** {@code --link}: {@code container[:alias]}. */
    public ConnectSpec link(String... containers) {
        links.addAll(List.of(containers));
        return this;
    }

    /** The command line that says the same. */
    public String commandLine() {
        return new CommandLine("docker", "network", "connect")
                .options("--alias", aliases)
                .option("--ip", ip)
                .option("--ip6", ip6)
                .options("--driver-opt", driverOptions)
                .option("--gw-priority", gatewayPriority == null ? null : String.valueOf(gatewayPriority))
                .options("--link-local-ip", linkLocal)
                .options("--link", links)
                .words(network, container)
                .toString();
    }
}
