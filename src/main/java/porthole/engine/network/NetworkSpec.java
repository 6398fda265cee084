package porthole.engine.network;

import java.util.List;
import porthole.engine.api.CommandLine;
import porthole.engine.flag.NetworkFlags;
import porthole.engine.flag.Settings;

/** What {@code docker network create} is told. */
public final class NetworkSpec {
    final String name;
    final Settings settings = new Settings(NetworkFlags.CREATE);

    /** A network of that name, all else as the engine chooses. */
    public NetworkSpec(String name) {
        this.name = name;
    }

    /** {@code --driver}: who makes it. The engine's default is {@code bridge}. */
    public NetworkSpec driver(String driver) {
        return flag("--driver", driver);
    }

    /** {@code --subnet}: a range in CIDR form; twice, for IPv4 and IPv6. */
    public NetworkSpec subnet(String cidr) {
        return flag("--subnet", cidr);
    }

    /** {@code --gateway}: the way out, an address in the subnet. */
    public NetworkSpec gateway(String address) {
        return flag("--gateway", address);
    }

    /** {@code --ip-range}: the part of the subnet that the engine hands out from, in CIDR form. */
    public NetworkSpec ipRange(String cidr) {
        return flag("--ip-range", cidr);
    }

    /** {@code --internal}: no way out of the host. */
    public NetworkSpec internal() {
        return flag("--internal", "true");
    }

    /** {@code --attachable}: containers that are no swarm tasks may join. */
    public NetworkSpec attachable() {
        return flag("--attachable", "true");
    }

    /** {@code --ingress}: the swarm's own network for published ports; a swarm has one at most. */
    public NetworkSpec ingress() {
        return flag("--ingress", "true");
    }

    /** {@code --ipv6}: IPv6 addresses, too. */
    public NetworkSpec ipv6() {
        return flag("--ipv6", "true");
    }

    /** {@code --scope}: {@code local} or {@code swarm}. */
    public NetworkSpec scope(String scope) {
        return flag("--scope", scope);
    }

    /** {@code --ipam-driver}: who hands out the addresses. */
    public NetworkSpec ipamDriver(String driver) {
        return flag("--ipam-driver", driver);
    }

    /** {@code --ipam-opt key=value}. */
    public NetworkSpec ipamOption(String key, String value) {
        return flag("--ipam-opt", key + "=" + value);
    }

    /** {@code --aux-address name=address}: an address that the engine must not hand out. */
    public NetworkSpec auxAddress(String name, String address) {
        return flag("--aux-address", name + "=" + address);
    }

    /** {@code --ipv4}: whether it hands out IPv4 addresses; {@code false} needs engine 28. */
    public NetworkSpec ipv4(boolean on) {
        return flag("--ipv4", String.valueOf(on));
    }

    /** {@code --config-only}: no network, but settings that others take with {@link #configFrom}. */
    public NetworkSpec configOnly() {
        return flag("--config-only", "true");
    }

    /** {@code --config-from}: the settings of that one. */
    public NetworkSpec configFrom(String network) {
        return flag("--config-from", network);
    }

    /** {@code --label key=value}. */
    public NetworkSpec label(String key, String value) {
        return flag("--label", key + "=" + value);
    }

    /** {@code --opt key=value}: an option of the driver. */
    public NetworkSpec option(String key, String value) {
        return flag("--opt", key + "=" + value);
    }

    /** Any flag of {@code docker network create}, as on the command line: {@code flag("--internal", "true")}. */
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

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "network", "create");
        settings.tell(line);
        return line.words(name).toString();
    }
}
