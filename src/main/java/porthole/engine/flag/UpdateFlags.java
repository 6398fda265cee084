package porthole.engine.flag;

import java.util.ArrayList;
import java.util.List;

/** The flags of {@code docker update}: those limits of {@code docker run} that an engine can change later. */
public final class UpdateFlags {
    private static final String HOST = "HostConfig.";
    private static final List<String> NAMES = List.of(
            "--blkio-weight",
            "--cpu-period",
            "--cpu-quota",
            "--cpu-rt-period",
            "--cpu-rt-runtime",
            "--cpu-shares",
            "--cpus",
            "--cpuset-cpus",
            "--cpuset-mems",
            "--memory",
            "--memory-reservation",
            "--memory-swap",
            "--pids-limit",
            "--restart");

    /** All of them. */
    public static final FlagTable TABLE = new FlagTable("update", flags()).refusing("kernel-memory", "--kernel-memory");

    private UpdateFlags() {}

    private static List<Flag> flags() {
        List<Flag> all = new ArrayList<>();
        for (String name : NAMES) {
            Flag run = RunFlags.TABLE.require(name);
            String field = run.field().startsWith(HOST) ? run.field().substring(HOST.length()) : run.field();
            all.add(new Flag(run.names(), field, run.kind(), run.commas(), run.since()));
        }
        return all;
    }
}
