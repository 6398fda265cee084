package porthole.engine.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExistingNames;
import porthole.engine.sandbox.Lookup;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Subnet;

/** What goes wrong with networks. Engines answer most of it with a bare 403 or 500, so their wording decides. */
public final class NetworkErrors {
    private static final Set<String> BUILT_IN = Set.of("bridge", "host", "null", "overlay", "macvlan", "ipvlan");

    private final Lookup lookup;

    public NetworkErrors(Lookup lookup) {
        this.lookup = lookup;
    }

    /** A driver's name that is probably mistyped: an engine would look for a plugin of that name for 15 seconds. */
    void checkDriver(String driver) {
        if (BUILT_IN.contains(driver)) {
            return;
        }
        List<String> drivers = lookup.drivers();
        if (!drivers.contains(driver) && ExistingNames.nearest(driver, drivers).isPresent()) {
            throw unknownDriver(driver, drivers);
        }
    }

    private EngineException unknownDriver(String driver, List<String> drivers) {
        return lookup.refusal(
                "driver.unknown", driver, ExistingNames.list(drivers), ExistingNames.suggestion(driver, drivers));
    }

    EngineException create(ApiFailure failure, NetworkSpec spec) {
        String driver = spec.driver();
        if (failure.says("already exists")) {
            return lookup.network(spec.name)
                    .map(n -> lookup.refusal("network.exists", n.name(), n.driver(), Lookup.subnets(n)))
                    .orElse(failure);
        }
        if (failure.says("plugin") && failure.says("not found")) {
            return unknownDriver(driver, lookup.drivers());
        }
        if (failure.says("Pool overlaps")) {
            return overlap(spec);
        }
        if (failure.says("swarm manager")) {
            return lookup.refusal("network.swarm", spec.name, driver);
        }
        if (failure.says("only one instance")) {
            return lookup.refusal("network.single", driver, driver.equals("null") ? "none" : driver);
        }
        if (failure.says("on predefined host network") || failure.says("operation is not permitted on predefined")) {
            return lookup.refusal("network.exists.always", spec.name);
        }
        Optional<String> parent = Optional.ofNullable(options(spec).get("parent"));
        if (parent.isPresent()
                && (failure.says("invalid subinterface vlan name") || failure.says("was not found on the host"))) {
            return lookup.refusal("network.parent", parent.get().replaceFirst("\\..*", ""), spec.name);
        }
        if (failure.says("non-overlapping IPv6 address pool")) {
            return lookup.refusal("pools.none6", spec.name);
        }
        if (failure.says("pools have been fully subnetted") || failure.says("non-overlapping IPv4 address pool")) {
            return lookup.refusal("pools.exhausted", spec.name);
        }
        return failure;
    }

    private static Map<String, String> options(NetworkSpec spec) {
        return spec.settings.values("--opt").stream()
                .map(option -> option.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
    }

    private EngineException overlap(NetworkSpec spec) {
        for (String cidr : spec.subnets()) {
            Subnet wanted = NetworkRequest.subnet(cidr);
            for (Network network : lookup.networks()) {
                for (Pool pool : network.pools()) {
                    if (pool.subnet().overlaps(wanted)) {
                        return lookup.refusal("network.overlap", cidr, network.name(), pool.subnet());
                    }
                }
            }
        }
        return lookup.refusal("network.overlap.unknown", String.join(", ", spec.subnets()));
    }

    EngineException remove(ApiFailure failure, String name) {
        if (failure.says("pre-defined")) {
            return lookup.refusal("network.predefined", name);
        }
        if (failure.says("has active endpoints")) {
            Network network = lookup.requireNetwork(name);
            String users = ExistingNames.list(lookup.containers().stream()
                    .filter(c -> c.endpoint(network.name())
                            .filter(e -> !e.id().isEmpty())
                            .isPresent())
                    .map(Container::name)
                    .toList());
            return lookup.refusal("network.busy", network.name(), users);
        }
        return lookup.unknown(failure, "", name);
    }

    public EngineException connect(ApiFailure failure, ConnectSpec spec) {
        if (failure.says("already exists in network") || failure.says("is already attached to network")) {
            return lookup.refusal("connect.already", spec.container, spec.network);
        }
        if (failure.says("private (none) mode") && spec.network.equals("none")) {
            List<String> networks = lookup.requireContainer(spec.container).endpoints().stream()
                    .map(Endpoint::network)
                    .toList();
            return lookup.refusal("connect.to.none", spec.container, ExistingNames.list(networks));
        }
        if (failure.says("private (none) mode")) {
            return lookup.refusal("connect.none", spec.container);
        }
        if (failure.says("sharing network namespace") || failure.says("to host network")) {
            return lookup.refusal("connect.shared", spec.container, spec.network);
        }
        if (failure.says("network-scoped alias")) {
            return lookup.refusal("alias.default", spec.network);
        }
        Optional<EngineException> overlay = overlay(failure, spec.network);
        if (overlay.isPresent()) {
            return overlay.get();
        }
        return address(failure, spec.network, spec.address())
                .orElseGet(() -> lookup.unknown(failure, spec.container, spec.network));
    }

    EngineException disconnect(ApiFailure failure, String network, String container) {
        if (failure.says("is not connected to")) {
            List<String> networks = lookup.requireContainer(container).endpoints().stream()
                    .map(Endpoint::network)
                    .toList();
            return networks.isEmpty()
                    ? lookup.refusal("disconnect.nowhere", container, network)
                    : lookup.refusal("disconnect.elsewhere", container, network, ExistingNames.list(networks));
        }
        return lookup.unknown(failure, container, network);
    }

    /** What can be wrong with an overlay that a container shall join. */
    public Optional<EngineException> overlay(ApiFailure failure, String network) {
        if (failure.says("not manually attachable")) {
            return Optional.of(lookup.refusal("network.attachable", network));
        }
        boolean vxlan = failure.says("vxlan") && failure.says("not supported");
        return vxlan ? Optional.of(lookup.refusal("overlay.vxlan")) : Optional.empty();
    }

    /** What can be wrong with a fixed address. */
    public Optional<EngineException> address(ApiFailure failure, String network, String ip) {
        if (failure.says("network's subnets") || failure.says("no configured subnet")) {
            return lookup.network(network).map(n -> lookup.refusal("ip.outside", ip, n.name(), Lookup.subnets(n)));
        }
        // Engine 28 says both of the default bridge.
        if (failure.says("user defined networks only")) {
            return Optional.of(lookup.refusal("ip.default", ip));
        }
        if (failure.says("user configured subnet")) {
            return Optional.of(lookup.refusal("ip.nosubnet", ip, network));
        }
        if (failure.says("Address already in use")) {
            String holder = lookup.containers().stream()
                    .filter(c -> c.endpoint(network)
                            .flatMap(Endpoint::address)
                            .filter(ip::equals)
                            .isPresent())
                    .map(Container::name)
                    .findFirst()
                    .orElse("");
            return Optional.of(
                    holder.isEmpty()
                            ? lookup.refusal("ip.taken", ip, network)
                            : lookup.refusal("ip.taken.by", ip, network, holder));
        }
        return Optional.empty();
    }
}
