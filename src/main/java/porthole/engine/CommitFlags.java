package porthole.engine;

import java.util.List;
import porthole.engine.Flag.Kind;

/** The flags of {@code docker commit}. */
public final class CommitFlags {
    /** All of them. */
    public static final FlagTable TABLE = new FlagTable(
            "commit",
            List.of(
                    Flag.of("--author -a", "author", Kind.TEXT),
                    Flag.of("--message -m", "comment", Kind.TEXT),
                    Flag.of("--change -c", "", Kind.LIST),
                    Flag.of("--pause -p", "pause", Kind.SWITCH)));

    private CommitFlags() {}
}
