package porthole.engine;

import java.util.List;
import porthole.engine.Flag.Kind;

/** The flags of {@code docker volume create}. */
public final class VolumeFlags {
    /** All of them. */
    public static final FlagTable CREATE = new FlagTable(
            "volume create",
            List.of(
                    Flag.of("--driver -d", "Driver", Kind.TEXT),
                    Flag.of("--label", "Labels", Kind.LABELS),
                    Flag.of("--opt -o", "DriverOpts", Kind.LABELS)));

    private VolumeFlags() {}
}
