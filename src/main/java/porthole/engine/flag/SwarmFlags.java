package porthole.engine.flag;

import porthole.engine.flag.Flag.Kind;

/** The flags of {@code docker swarm} and {@code docker node}. */
public final class SwarmFlags {
    /** Those of {@code docker swarm init}; the fields are those of the request. */
    public static final FlagTable INIT = FlagTable.of(
            "swarm init",
            Flag.of("--advertise-addr", "AdvertiseAddr", Kind.TEXT),
            Flag.of("--listen-addr", "ListenAddr", Kind.TEXT),
            Flag.of("--data-path-addr", "DataPathAddr", Kind.TEXT),
            Flag.of("--data-path-port", "DataPathPort", Kind.NUMBER),
            Flag.of("--default-addr-pool", "", Kind.TEXT));

    /** Those of {@code docker swarm join}. */
    public static final FlagTable JOIN = FlagTable.of(
            "swarm join",
            Flag.of("--token", "", Kind.TEXT),
            INIT.require("--advertise-addr"),
            INIT.require("--listen-addr"),
            INIT.require("--data-path-addr"));

    /** Those of {@code docker swarm join-token}. */
    public static final FlagTable JOIN_TOKEN = FlagTable.of("swarm join-token", Flag.of("--quiet -q", "", Kind.SWITCH));

    /** Those of {@code docker swarm leave}. */
    public static final FlagTable LEAVE = FlagTable.of("swarm leave", Flag.of("--force -f", "", Kind.SWITCH));

    /** Those of {@code docker node ls}. */
    public static final FlagTable NODE_LS = FlagTable.of("node ls", Flag.of("--quiet -q", "", Kind.SWITCH));

    private SwarmFlags() {}
}
