package porthole.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.network.Subnet;

/** What one container asks of one network. */
final class EndpointSettings {
    private EndpointSettings() {}

    static ObjectNode of(List<String> aliases, @Nullable String ip, @Nullable String ip6) {
        ObjectNode settings = Json.object();
        if (!aliases.isEmpty()) {
            settings.set("Aliases", Json.array(aliases));
        }
        if (ip != null || ip6 != null) {
            ObjectNode ipam = settings.putObject("IPAMConfig");
            put(ipam, "IPv4Address", ip);
            put(ipam, "IPv6Address", ip6);
        }
        return settings;
    }

    static ObjectNode of(ConnectSpec spec) {
        ObjectNode settings = of(spec.aliases, spec.ip, spec.ip6);
        if (!spec.driverOptions.isEmpty()) {
            settings.set("DriverOpts", Json.object(spec.driverOptions));
        }
        if (spec.gatewayPriority != null) {
            settings.put("GwPriority", spec.gatewayPriority.intValue());
        }
        if (!spec.links.isEmpty()) {
            settings.set("Links", Json.array(spec.links));
        }
        if (!spec.linkLocal.isEmpty()) {
            ObjectNode ipam =
                    settings.get("IPAMConfig") instanceof ObjectNode there ? there : settings.putObject("IPAMConfig");
            ipam.set("LinkLocalIPs", Json.array(spec.linkLocal));
        }
        return settings;
    }

    private static void put(ObjectNode ipam, String name, @Nullable String address) {
        if (address != null) {
            if (!Subnet.isAddress(address)) {
                throw Errors.sentence("address.nonsense", address);
            }
            ipam.put(name, address);
        }
    }
}
