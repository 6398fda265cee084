package porthole.engine.flag;

import java.util.List;
import porthole.engine.flag.Flag.Kind;

/** The flags of {@code docker network}. */
public final class NetworkFlags {
    /** Those of {@code docker network create}. */
    public static final FlagTable CREATE = new FlagTable(
            "network create",
            List.of(
                    Flag.of("--driver -d", "Driver", Kind.TEXT),
                    Flag.of("--scope", "Scope", Kind.TEXT),
                    Flag.of("--ipam-driver", "IPAM.Driver", Kind.TEXT),
                    Flag.of("--subnet", "", Kind.LIST).withCommas(),
                    Flag.of("--gateway", "", Kind.ADDRESSES).withCommas(),
                    Flag.of("--ip-range", "", Kind.LIST).withCommas(),
                    Flag.of("--internal", "Internal", Kind.SWITCH),
                    Flag.of("--attachable", "Attachable", Kind.SWITCH),
                    Flag.of("--ingress", "Ingress", Kind.SWITCH),
                    Flag.of("--ipv6", "EnableIPv6", Kind.SWITCH),
                    Flag.of("--ipv4", "EnableIPv4", Kind.SWITCH).since("1.47"),
                    Flag.of("--aux-address", "", Kind.MAP),
                    Flag.of("--ipam-opt", "IPAM.Options", Kind.LABELS),
                    Flag.of("--config-only", "ConfigOnly", Kind.SWITCH),
                    Flag.of("--config-from", "ConfigFrom.Network", Kind.TEXT),
                    Flag.of("--label", "Labels", Kind.LABELS),
                    Flag.of("--opt -o", "Options", Kind.LABELS)));

    /** Those of {@code docker network connect}; the fields are those of one endpoint's settings. */
    public static final FlagTable CONNECT = new FlagTable(
            "network connect",
            List.of(
                    Flag.of("--alias", "Aliases", Kind.LIST).withCommas(),
                    Flag.of("--ip", "IPAMConfig.IPv4Address", Kind.ADDRESS),
                    Flag.of("--ip6", "IPAMConfig.IPv6Address", Kind.ADDRESS),
                    Flag.of("--driver-opt", "DriverOpts", Kind.MAP).withCommas(),
                    Flag.of("--gw-priority", "GwPriority", Kind.NUMBER).since("1.48"),
                    Flag.of("--link-local-ip", "IPAMConfig.LinkLocalIPs", Kind.ADDRESSES)
                            .withCommas(),
                    Flag.of("--link", "Links", Kind.LIST)));

    /** Those of {@code docker network ls}. */
    public static final FlagTable LS = FlagTable.of(
                    "network ls", Flag.of("--filter -f", "", Kind.LIST), Flag.of("--quiet -q", "", Kind.SWITCH))
            .handing("--format", "--no-trunc");

    /** Those of {@code docker network rm}. */
    public static final FlagTable RM = FlagTable.of("network rm", Flag.of("--force -f", "", Kind.SWITCH));

    /** Those of {@code docker network inspect}. */
    public static final FlagTable INSPECT = FlagTable.of(
            "network inspect", Flag.of("--format -f", "", Kind.TEXT), Flag.of("--verbose -v", "", Kind.SWITCH));

    /** Those of {@code docker network disconnect}. */
    public static final FlagTable DISCONNECT =
            FlagTable.of("network disconnect", Flag.of("--force -f", "", Kind.SWITCH));

    /** Those of {@code docker network prune}. */
    public static final FlagTable PRUNE =
            FlagTable.of("network prune", Flag.of("--force -f", "", Kind.SWITCH), Flag.of("--filter", "", Kind.LIST));

    private NetworkFlags() {}
}
