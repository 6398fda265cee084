package porthole.engine.flag;

import porthole.engine.flag.Flag.Kind;

/** The flags of the commands on images and on the engine as a whole. */
public final class ImageFlags {
    /** Those of {@code docker images}. */
    public static final FlagTable IMAGES = FlagTable.of("images", Flag.of("--quiet -q", "", Kind.SWITCH))
            .handing("--all", "-a", "--digests", "--filter", "-f", "--format", "--no-trunc", "--tree");

    /** Those of {@code docker pull}: all of them are handed on. */
    public static final FlagTable PULL =
            FlagTable.of("pull").handing("--all-tags", "-a", "--disable-content-trust", "--platform", "--quiet", "-q");

    /** Those of {@code docker commit}. */
    public static final FlagTable COMMIT = FlagTable.of(
            "commit",
            Flag.of("--author -a", "author", Kind.TEXT),
            Flag.of("--message -m", "comment", Kind.TEXT),
            Flag.of("--change -c", "", Kind.LIST),
            Flag.of("--pause -p", "pause", Kind.SWITCH));

    /** Those of {@code docker tag}: none. */
    public static final FlagTable TAG = FlagTable.of("tag");

    /** Those of {@code docker rmi}. */
    public static final FlagTable RMI = FlagTable.of(
                    "rmi", Flag.of("--force -f", "", Kind.SWITCH), Flag.of("--no-prune", "", Kind.SWITCH))
            .handing("--platform");

    /** Those of {@code docker info}: all of them are handed on. */
    public static final FlagTable INFO = FlagTable.of("info").handing("--format", "-f");

    /** Those of {@code docker version}: all of them are handed on. */
    public static final FlagTable VERSION = FlagTable.of("version").handing("--format", "-f");

    private ImageFlags() {}
}
