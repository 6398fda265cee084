package porthole.engine.flag;

import java.util.List;
import porthole.engine.flag.Flag.Kind;

/** The flags of {@code docker run} and {@code docker create}. */
public final class RunFlags {
    /** Those of {@code docker run}. */
    public static final FlagTable TABLE = new FlagTable(
                    "run",
                    List.of(
                            of("--detach -d", "", Kind.SWITCH),
                            of("--rm", "", Kind.SWITCH),
                            of("--interactive -i", "OpenStdin", Kind.SWITCH),
                            of("--tty -t", "Tty", Kind.SWITCH),
                            of("--init", "HostConfig.Init", Kind.SWITCH),
                            of("--name", "", Kind.TEXT),
                            of("--hostname -h", "Hostname", Kind.TEXT),
                            of("--network --net", "", Kind.LIST),
                            of("--network-alias --net-alias", "", Kind.LIST),
                            of("--ip", "", Kind.ADDRESS),
                            of("--ip6", "", Kind.ADDRESS),
                            of("--link-local-ip", "", Kind.ADDRESSES),
                            of("--mac-address", "", Kind.TEXT),
                            of("--publish-all -P", "HostConfig.PublishAllPorts", Kind.SWITCH),
                            of("--publish -p", "", Kind.LIST),
                            of("--expose", "", Kind.LIST),
                            of("--env-file", "", Kind.LIST),
                            of("--env -e", "", Kind.LIST),
                            of("--volume -v", "", Kind.LIST),
                            of("--label-file", "", Kind.LIST),
                            of("--label -l", "Labels", Kind.LABELS),
                            of("--entrypoint", "", Kind.TEXT),
                            of("--workdir -w", "WorkingDir", Kind.TEXT),
                            of("--user -u", "User", Kind.TEXT),
                            of("--pid", "HostConfig.PidMode", Kind.TEXT),
                            of("--restart", "", Kind.TEXT),
                            of("--privileged", "HostConfig.Privileged", Kind.SWITCH),
                            of("--cap-add", "HostConfig.CapAdd", Kind.LIST),
                            of("--cap-drop", "HostConfig.CapDrop", Kind.LIST),
                            of("--security-opt", "HostConfig.SecurityOpt", Kind.LIST),
                            of("--sysctl", "HostConfig.Sysctls", Kind.MAP),
                            of("--add-host", "", Kind.LIST),
                            of("--dns", "HostConfig.Dns", Kind.ADDRESSES),
                            of("--dns-option --dns-opt", "HostConfig.DnsOptions", Kind.LIST),
                            of("--dns-search", "HostConfig.DnsSearch", Kind.LIST),
                            of("--mount", "", Kind.LIST),
                            of("--no-healthcheck", "", Kind.SWITCH),
                            of("--health-cmd", "Healthcheck.Test", Kind.HEALTH),
                            of("--health-interval", "Healthcheck.Interval", Kind.DURATION),
                            of("--health-retries", "Healthcheck.Retries", Kind.NUMBER),
                            of("--health-start-interval", "Healthcheck.StartInterval", Kind.DURATION)
                                    .since("1.44"),
                            of("--health-start-period", "Healthcheck.StartPeriod", Kind.DURATION),
                            of("--health-timeout", "Healthcheck.Timeout", Kind.DURATION),
                            of("--memory -m", "HostConfig.Memory", Kind.BYTES),
                            of("--memory-reservation", "HostConfig.MemoryReservation", Kind.BYTES),
                            of("--memory-swap", "HostConfig.MemorySwap", Kind.BYTES),
                            of("--memory-swappiness", "HostConfig.MemorySwappiness", Kind.NUMBER),
                            of("--cpus", "HostConfig.NanoCpus", Kind.CPUS),
                            of("--cpu-period", "HostConfig.CpuPeriod", Kind.NUMBER),
                            of("--cpu-quota", "HostConfig.CpuQuota", Kind.NUMBER),
                            of("--cpu-rt-period", "HostConfig.CpuRealtimePeriod", Kind.NUMBER),
                            of("--cpu-rt-runtime", "HostConfig.CpuRealtimeRuntime", Kind.NUMBER),
                            of("--cpu-shares -c", "HostConfig.CpuShares", Kind.NUMBER),
                            of("--cpuset-cpus", "HostConfig.CpusetCpus", Kind.TEXT),
                            of("--cpuset-mems", "HostConfig.CpusetMems", Kind.TEXT),
                            of("--pids-limit", "HostConfig.PidsLimit", Kind.NUMBER),
                            of("--ulimit", "HostConfig.Ulimits", Kind.ULIMIT),
                            of("--shm-size", "HostConfig.ShmSize", Kind.BYTES),
                            of("--tmpfs", "HostConfig.Tmpfs", Kind.TMPFS),
                            of("--read-only", "HostConfig.ReadonlyRootfs", Kind.SWITCH),
                            of("--storage-opt", "HostConfig.StorageOpt", Kind.MAP),
                            of("--volume-driver", "HostConfig.VolumeDriver", Kind.TEXT),
                            of("--volumes-from", "HostConfig.VolumesFrom", Kind.LIST),
                            of("--device", "HostConfig.Devices", Kind.DEVICE),
                            of("--device-cgroup-rule", "HostConfig.DeviceCgroupRules", Kind.LIST),
                            of("--device-read-bps", "HostConfig.BlkioDeviceReadBps", Kind.RATE),
                            of("--device-read-iops", "HostConfig.BlkioDeviceReadIOps", Kind.RATE),
                            of("--device-write-bps", "HostConfig.BlkioDeviceWriteBps", Kind.RATE),
                            of("--device-write-iops", "HostConfig.BlkioDeviceWriteIOps", Kind.RATE),
                            of("--blkio-weight", "HostConfig.BlkioWeight", Kind.NUMBER),
                            of("--blkio-weight-device", "HostConfig.BlkioWeightDevice", Kind.WEIGHT),
                            of("--gpus", "HostConfig.DeviceRequests", Kind.GPUS),
                            of("--cgroup-parent", "HostConfig.CgroupParent", Kind.TEXT),
                            of("--cgroupns", "HostConfig.CgroupnsMode", Kind.TEXT),
                            of("--ipc", "HostConfig.IpcMode", Kind.TEXT),
                            of("--isolation", "HostConfig.Isolation", Kind.TEXT),
                            of("--runtime", "HostConfig.Runtime", Kind.TEXT),
                            of("--userns", "HostConfig.UsernsMode", Kind.TEXT),
                            of("--uts", "HostConfig.UTSMode", Kind.TEXT),
                            of("--domainname", "Domainname", Kind.TEXT),
                            of("--group-add", "HostConfig.GroupAdd", Kind.LIST),
                            of("--link", "", Kind.LIST),
                            of("--log-driver", "HostConfig.LogConfig.Type", Kind.TEXT),
                            of("--log-opt", "HostConfig.LogConfig.Config", Kind.MAP),
                            of("--annotation", "HostConfig.Annotations", Kind.MAP)
                                    .since("1.43"),
                            of("--oom-kill-disable", "HostConfig.OomKillDisable", Kind.SWITCH),
                            of("--oom-score-adj", "HostConfig.OomScoreAdj", Kind.NUMBER),
                            of("--stop-signal", "StopSignal", Kind.TEXT),
                            of("--stop-timeout", "StopTimeout", Kind.NUMBER),
                            of("--pull", "", Kind.TEXT),
                            of("--quiet -q", "", Kind.SWITCH),
                            of("--cidfile", "", Kind.TEXT)))
            .refusing("attach", "--attach", "-a")
            .refusing("keys", "--detach-keys")
            .refusing("trust", "--disable-content-trust")
            .refusing("kernel-memory", "--kernel-memory")
            .refusing("platform", "--platform")
            .refusing("signals", "--sig-proxy")
            .refusing("socket", "--use-api-socket");

    /** Those of {@code docker create}, which starts nothing that could be waited for. */
    public static final FlagTable CREATE = new FlagTable(
            "create",
            TABLE.flags().stream()
                    .filter(flag -> !flag.name().equals("--detach"))
                    .toList(),
            TABLE.handed(),
            TABLE.refused());

    private RunFlags() {}

    private static Flag of(String names, String field, Kind kind) {
        return Flag.of(names, field, kind);
    }
}
