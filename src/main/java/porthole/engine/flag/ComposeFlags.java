package porthole.engine.flag;

import porthole.engine.flag.Flag.Kind;

/** The flags of {@code docker compose} and of its commands. */
public final class ComposeFlags {
    /** Those before the command: which file, which profiles. */
    public static final FlagTable COMPOSE =
            FlagTable.of("compose", Flag.of("--file -f", "", Kind.LIST), Flag.of("--profile", "", Kind.LIST));

    /** Those of {@code docker compose up}. */
    public static final FlagTable UP = FlagTable.of("compose up", Flag.of("--detach -d", "", Kind.SWITCH));

    /** Those of {@code docker compose down}: all of them are handed on. */
    public static final FlagTable DOWN = FlagTable.of("compose down").handing(FlagTable.ANY);

    /** Those of {@code docker compose ps}: all of them are handed on. */
    public static final FlagTable PS = FlagTable.of("compose ps").handing(FlagTable.ANY);

    private ComposeFlags() {}
}
