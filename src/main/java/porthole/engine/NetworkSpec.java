package porthole.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code docker network create} is told. */
public final class NetworkSpec {
    final String name;

    @Nullable
    String driver;

    @Nullable
    String scope;

    @Nullable
    String ipamDriver;

    final List<String> subnets = new ArrayList<>();
    final List<String> gateways = new ArrayList<>();
    final List<String> ranges = new ArrayList<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final Map<String, String> options = new LinkedHashMap<>();
    final Map<String, String> auxiliary = new LinkedHashMap<>();
    final Map<String, String> ipamOptions = new LinkedHashMap<>();

    @Nullable
    String configFrom;

    boolean configOnly;

    @Nullable
    Boolean ipv4;

    boolean internal;
    boolean attachable;
    boolean ipv6;

    /** A network of that name, all else as the engine chooses. */
    public NetworkSpec(String name) {
        this.name = name;
    }

    /** {@code --driver}: who makes it. The engine's default is {@code bridge}. */
    public NetworkSpec driver(String driver) {
        this.driver = driver;
        return this;
    }

    /** {@code --subnet}: a range in CIDR form; twice, for IPv4 and IPv6. */
    public NetworkSpec subnet(String cidr) {
        subnets.add(cidr);
        return this;
    }

    /** {@code --gateway}: the way out, an address in the subnet. */
    public NetworkSpec gateway(String address) {
        gateways.add(address);
        return this;
    }

    /** {@code --ip-range}: the part of the subnet that the engine hands out from, in CIDR form. */
    public NetworkSpec ipRange(String cidr) {
        ranges.add(cidr);
        return this;
    }

    /** {@code --internal}: no way out of the host. */
    public NetworkSpec internal() {
        internal = true;
        return this;
    }

    /** {@code --attachable}: containers that are no swarm tasks may join. */
    public NetworkSpec attachable() {
        attachable = true;
        return this;
    }

    /** {@code --ipv6}. */
    public NetworkSpec ipv6() {
        ipv6 = true;
        return this;
    }

    /** {@code --scope}: {@code local} or {@code swarm}. */
    public NetworkSpec scope(String scope) {
        this.scope = scope;
        return this;
    }

    /** {@code --ipam-driver}. */
    public NetworkSpec ipamDriver(String driver) {
        this.ipamDriver = driver;
        return this;
    }

    /** {@code --ipam-opt key=value}. */
    public NetworkSpec ipamOption(String key, String value) {
        ipamOptions.put(key, value);
        return this;
    }

    /** {@code --aux-address name=address}: an address that the engine must not hand out. */
    public NetworkSpec auxAddress(String name, String address) {
        auxiliary.put(name, address);
        return this;
    }

    /** {@code --ipv4}: whether it hands out IPv4 addresses; {@code false} needs engine 28. */
    public NetworkSpec ipv4(boolean on) {
        ipv4 = on;
        return this;
    }

    /** {@code --config-only}: no network, but settings that others take with {@link #configFrom}. */
    public NetworkSpec configOnly() {
        configOnly = true;
        return this;
    }

    /** {@code --config-from}: the settings of that one. */
    public NetworkSpec configFrom(String network) {
        configFrom = network;
        return this;
    }

    /** {@code --label key=value}. */
    public NetworkSpec label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** {@code --opt key=value}: an option of the driver. */
    public NetworkSpec option(String key, String value) {
        options.put(key, value);
        return this;
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "network", "create");
        line.option("--driver", driver).option("--scope", scope).option("--ipam-driver", ipamDriver);
        line.options("--subnet", subnets).options("--gateway", gateways).options("--ip-range", ranges);
        line.flag("--internal", internal).flag("--attachable", attachable).flag("--ipv6", ipv6);
        line.options("--aux-address", auxiliary).options("--ipam-opt", ipamOptions);
        line.option("--ipv4", ipv4 == null ? null : String.valueOf(ipv4));
        line.flag("--config-only", configOnly).option("--config-from", configFrom);
        line.options("--label", labels).options("--opt", options);
        return line.words(name).toString();
    }
}
