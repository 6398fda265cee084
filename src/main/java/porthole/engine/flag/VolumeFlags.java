package porthole.engine.flag;

import java.util.List;
import porthole.engine.flag.Flag.Kind;

/** The flags of {@code docker volume}. */
public final class VolumeFlags {
    /** Those of {@code docker volume create}. */
    public static final FlagTable CREATE = new FlagTable(
            "volume create",
            List.of(
                    Flag.of("--driver -d", "Driver", Kind.TEXT),
                    Flag.of("--label", "Labels", Kind.LABELS),
                    Flag.of("--opt -o", "DriverOpts", Kind.LABELS)));

    /** Those of {@code docker volume ls}. */
    public static final FlagTable LS = FlagTable.of(
                    "volume ls", Flag.of("--filter -f", "", Kind.LIST), Flag.of("--quiet -q", "", Kind.SWITCH))
            .handing("--format");

    /** Those of {@code docker volume inspect}. */
    public static final FlagTable INSPECT = FlagTable.of("volume inspect", Flag.of("--format -f", "", Kind.TEXT));

    /** Those of {@code docker volume rm}. */
    public static final FlagTable RM = FlagTable.of("volume rm", Flag.of("--force -f", "", Kind.SWITCH));

    /** Those of {@code docker volume prune}. */
    public static final FlagTable PRUNE = FlagTable.of(
            "volume prune",
            Flag.of("--force -f", "", Kind.SWITCH),
            Flag.of("--all -a", "", Kind.SWITCH),
            Flag.of("--filter", "", Kind.LIST));

    private VolumeFlags() {}
}
