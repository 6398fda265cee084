package porthole.engine.flag;

import porthole.engine.flag.Flag.Kind;

/** The flags of the commands on containers that there are. */
public final class ContainerFlags {
    /** Those of {@code docker ps}. */
    public static final FlagTable PS = FlagTable.of(
                    "ps",
                    Flag.of("--all -a", "", Kind.SWITCH),
                    Flag.of("--last -n", "", Kind.NUMBER),
                    Flag.of("--latest -l", "", Kind.SWITCH),
                    Flag.of("--quiet -q", "", Kind.SWITCH),
                    Flag.of("--filter -f", "", Kind.LIST))
            .handing("--format", "--no-trunc", "--size", "-s");

    /** Those of {@code docker exec}. */
    public static final FlagTable EXEC = FlagTable.of(
                    "exec",
                    Flag.of("--detach -d", "", Kind.SWITCH),
                    Flag.of("--interactive -i", "", Kind.SWITCH),
                    Flag.of("--tty -t", "Tty", Kind.SWITCH),
                    Flag.of("--privileged", "Privileged", Kind.SWITCH),
                    Flag.of("--env-file", "", Kind.LIST),
                    Flag.of("--env -e", "", Kind.LIST),
                    Flag.of("--user -u", "User", Kind.TEXT),
                    Flag.of("--workdir -w", "WorkingDir", Kind.TEXT))
            .refusing("keys", "--detach-keys");

    /** Those of {@code docker logs}. */
    public static final FlagTable LOGS = FlagTable.of(
            "logs",
            Flag.of("--follow -f", "", Kind.SWITCH),
            Flag.of("--timestamps -t", "", Kind.SWITCH),
            Flag.of("--details", "", Kind.SWITCH),
            Flag.of("--tail -n", "", Kind.TEXT),
            Flag.of("--since", "", Kind.TEXT),
            Flag.of("--until", "", Kind.TEXT));

    /** Those of {@code docker port}: none. */
    public static final FlagTable PORT = FlagTable.of("port");

    /** Those of {@code docker inspect}. */
    public static final FlagTable INSPECT = FlagTable.of(
                    "inspect", Flag.of("--format -f", "", Kind.TEXT), Flag.of("--type", "", Kind.TEXT))
            .handing("--size", "-s");

    /** Those of {@code docker stop}. */
    public static final FlagTable STOP = FlagTable.of("stop", signal(), seconds());

    /** Those of {@code docker restart}. */
    public static final FlagTable RESTART = FlagTable.of("restart", signal(), seconds());

    /** Those of {@code docker kill}. */
    public static final FlagTable KILL = FlagTable.of("kill", signal());

    /** Those of {@code docker start}: all of them need a terminal or an experimental engine. */
    public static final FlagTable START = FlagTable.of("start")
            .refusing("start-attach", "--attach", "-a")
            .refusing("keyboard", "--interactive", "-i")
            .refusing("keys", "--detach-keys")
            .refusing("checkpoint", "--checkpoint", "--checkpoint-dir");

    /** Those of {@code docker pause}: none. */
    public static final FlagTable PAUSE = FlagTable.of("pause");

    /** Those of {@code docker unpause}: none. */
    public static final FlagTable UNPAUSE = FlagTable.of("unpause");

    /** Those of {@code docker rename}: none. */
    public static final FlagTable RENAME = FlagTable.of("rename");

    /** Those of {@code docker rm}. */
    public static final FlagTable RM = FlagTable.of(
                    "rm", Flag.of("--force -f", "", Kind.SWITCH), Flag.of("--volumes -v", "", Kind.SWITCH))
            .refusing("rm-link", "--link", "-l");

    /** Those of {@code docker wait}: none. */
    public static final FlagTable WAIT = FlagTable.of("wait");

    /** Those of {@code docker top}: what follows the name is for {@code ps}. */
    public static final FlagTable TOP = FlagTable.of("top");

    /** Those of {@code docker diff}: none. */
    public static final FlagTable DIFF = FlagTable.of("diff");

    /** Those of {@code docker stats}. */
    public static final FlagTable STATS = FlagTable.of(
                    "stats", Flag.of("--all -a", "", Kind.SWITCH), Flag.of("--no-stream", "", Kind.SWITCH))
            .handing("--format", "--no-trunc");

    /** Those of {@code docker container prune}. */
    public static final FlagTable PRUNE =
            FlagTable.of("container-prune", Flag.of("--force -f", "", Kind.SWITCH), Flag.of("--filter", "", Kind.LIST));

    private ContainerFlags() {}

    private static Flag signal() {
        return Flag.of("--signal -s", "", Kind.TEXT);
    }

    /** The older name, {@code --time}, is what pages print; {@code --timeout} is that of engine 28. */
    private static Flag seconds() {
        return Flag.of("--timeout -t --time", "", Kind.NUMBER);
    }
}
