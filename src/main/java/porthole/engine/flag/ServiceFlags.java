package porthole.engine.flag;

import porthole.engine.flag.Flag.Kind;

/** The flags of {@code docker service}. */
public final class ServiceFlags {
    private static final String CONTAINER = "TaskTemplate.ContainerSpec.";

    /** Those of {@code docker service create}; the fields are those of the request. */
    public static final FlagTable CREATE = FlagTable.of(
            "service create",
            Flag.of("--name", "Name", Kind.TEXT),
            Flag.of("--mode", "", Kind.TEXT),
            Flag.of("--replicas", "", Kind.NUMBER),
            Flag.of("--replicas-max-per-node", "TaskTemplate.Placement.MaxReplicas", Kind.NUMBER),
            Flag.of("--network", "", Kind.LIST),
            Flag.of("--endpoint-mode", "EndpointSpec.Mode", Kind.TEXT),
            Flag.of("--publish -p", "", Kind.LIST),
            Flag.of("--env -e", "", Kind.LIST),
            Flag.of("--constraint", "TaskTemplate.Placement.Constraints", Kind.LIST),
            Flag.of("--hostname", CONTAINER + "Hostname", Kind.TEXT),
            Flag.of("--user -u", CONTAINER + "User", Kind.TEXT),
            Flag.of("--workdir -w", CONTAINER + "Dir", Kind.TEXT),
            Flag.of("--restart-condition", "TaskTemplate.RestartPolicy.Condition", Kind.TEXT),
            Flag.of("--dns", CONTAINER + "DNSConfig.Nameservers", Kind.ADDRESSES),
            Flag.of("--host", "", Kind.LIST),
            Flag.of("--label -l", "Labels", Kind.LABELS),
            Flag.of("--container-label", CONTAINER + "Labels", Kind.LABELS),
            Flag.of("--detach -d", "", Kind.SWITCH),
            Flag.of("--quiet -q", "", Kind.SWITCH),
            Flag.of("--no-resolve-image", "", Kind.SWITCH));

    /** Those of {@code docker service ls}. */
    public static final FlagTable LS = FlagTable.of("service ls", quiet());

    /** Those of {@code docker service ps}. */
    public static final FlagTable PS = FlagTable.of("service ps", quiet(), Flag.of("--no-trunc", "", Kind.SWITCH));

    /** Those of {@code docker service inspect}. */
    public static final FlagTable INSPECT = FlagTable.of(
            "service inspect", Flag.of("--format -f", "", Kind.TEXT), Flag.of("--pretty", "", Kind.SWITCH));

    /** Those of {@code docker service rm}: none. */
    public static final FlagTable RM = FlagTable.of("service rm");

    private ServiceFlags() {}

    private static Flag quiet() {
        return Flag.of("--quiet -q", "", Kind.SWITCH);
    }
}
