package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flag of {@code docker run} that is one field of the request and nothing more.
 *
 * @param flag {@code --memory}
 * @param letter its short form; empty for none
 * @param field where it goes: {@code HostConfig.Memory}
 * @param kind how its value is written
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.50/#tag/Container/operation/ContainerCreate">
 *     ContainerCreate</a>
 */
public record RunOption(String flag, String letter, String field, Kind kind) {
    /** How a value is written. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** {@code 64m}: bytes, with b, k, m or g behind. */
        BYTES,
        /** {@code 1.5}: in billionths in the request. */
        CPUS,
        /** {@code 1m30s}: in nanoseconds in the request. */
        DURATION,
        /** Needs no value. */
        SWITCH,
        /** May be given again and again. */
        LIST,
        /** {@code key=value}, again and again. */
        MAP,
        /** {@code /path[:options]}, again and again. */
        TMPFS,
        /** {@code name=soft[:hard]}, again and again. */
        ULIMIT,
        /** {@code /dev/here[:/dev/there[:rwm]]}, again and again. */
        DEVICE,
        /** {@code /dev/disk:value}, again and again. */
        WEIGHT,
        RATE,
        /** A line for the image's shell. */
        HEALTH
    }

    private static final Pattern SIZE = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ?([bkmgt]?)(?:i?b)?");
    private static final Pattern TIME = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ns|us|ms|s|m|h)");
    private static final Map<String, Long> NANOSECONDS = Map.of(
            "ns",
            1L,
            "us",
            1000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    private static final int STEP = 1024;

    /** All of them. */
    public static final List<RunOption> ALL = List.of(
            of("--blkio-weight", "HostConfig.BlkioWeight", Kind.NUMBER),
            of("--blkio-weight-device", "HostConfig.BlkioWeightDevice", Kind.WEIGHT),
            of("--cgroup-parent", "HostConfig.CgroupParent", Kind.TEXT),
            of("--cgroupns", "HostConfig.CgroupnsMode", Kind.TEXT),
            of("--cpu-period", "HostConfig.CpuPeriod", Kind.NUMBER),
            of("--cpu-quota", "HostConfig.CpuQuota", Kind.NUMBER),
            of("--cpu-rt-period", "HostConfig.CpuRealtimePeriod", Kind.NUMBER),
            of("--cpu-rt-runtime", "HostConfig.CpuRealtimeRuntime", Kind.NUMBER),
            new RunOption("--cpu-shares", "-c", "HostConfig.CpuShares", Kind.NUMBER),
            of("--cpus", "HostConfig.NanoCpus", Kind.CPUS),
            of("--cpuset-cpus", "HostConfig.CpusetCpus", Kind.TEXT),
            of("--cpuset-mems", "HostConfig.CpusetMems", Kind.TEXT),
            of("--device", "HostConfig.Devices", Kind.DEVICE),
            of("--device-cgroup-rule", "HostConfig.DeviceCgroupRules", Kind.LIST),
            of("--device-read-bps", "HostConfig.BlkioDeviceReadBps", Kind.RATE),
            of("--device-read-iops", "HostConfig.BlkioDeviceReadIOps", Kind.RATE),
            of("--device-write-bps", "HostConfig.BlkioDeviceWriteBps", Kind.RATE),
            of("--device-write-iops", "HostConfig.BlkioDeviceWriteIOps", Kind.RATE),
            of("--dns-option", "HostConfig.DnsOptions", Kind.LIST),
            of("--dns-search", "HostConfig.DnsSearch", Kind.LIST),
            of("--domainname", "Domainname", Kind.TEXT),
            of("--group-add", "HostConfig.GroupAdd", Kind.LIST),
            of("--health-cmd", "Healthcheck.Test", Kind.HEALTH),
            of("--health-interval", "Healthcheck.Interval", Kind.DURATION),
            of("--health-retries", "Healthcheck.Retries", Kind.NUMBER),
            of("--health-start-interval", "Healthcheck.StartInterval", Kind.DURATION),
            of("--health-start-period", "Healthcheck.StartPeriod", Kind.DURATION),
            of("--health-timeout", "Healthcheck.Timeout", Kind.DURATION),
            of("--ipc", "HostConfig.IpcMode", Kind.TEXT),
            of("--isolation", "HostConfig.Isolation", Kind.TEXT),
            of("--link", "HostConfig.Links", Kind.LIST),
            of("--log-driver", "HostConfig.LogConfig.Type", Kind.TEXT),
            of("--log-opt", "HostConfig.LogConfig.Config", Kind.MAP),
            new RunOption("--memory", "-m", "HostConfig.Memory", Kind.BYTES),
            of("--memory-reservation", "HostConfig.MemoryReservation", Kind.BYTES),
            of("--memory-swap", "HostConfig.MemorySwap", Kind.BYTES),
            of("--memory-swappiness", "HostConfig.MemorySwappiness", Kind.NUMBER),
            of("--oom-kill-disable", "HostConfig.OomKillDisable", Kind.SWITCH),
            of("--oom-score-adj", "HostConfig.OomScoreAdj", Kind.NUMBER),
            of("--pids-limit", "HostConfig.PidsLimit", Kind.NUMBER),
            of("--read-only", "HostConfig.ReadonlyRootfs", Kind.SWITCH),
            of("--runtime", "HostConfig.Runtime", Kind.TEXT),
            of("--shm-size", "HostConfig.ShmSize", Kind.BYTES),
            of("--stop-signal", "StopSignal", Kind.TEXT),
            of("--stop-timeout", "StopTimeout", Kind.NUMBER),
            of("--storage-opt", "HostConfig.StorageOpt", Kind.MAP),
            of("--tmpfs", "HostConfig.Tmpfs", Kind.TMPFS),
            of("--ulimit", "HostConfig.Ulimits", Kind.ULIMIT),
            of("--userns", "HostConfig.UsernsMode", Kind.TEXT),
            of("--uts", "HostConfig.UTSMode", Kind.TEXT),
            of("--volume-driver", "HostConfig.VolumeDriver", Kind.TEXT),
            of("--volumes-from", "HostConfig.VolumesFrom", Kind.LIST));

    private static RunOption of(String flag, String field, Kind kind) {
        return new RunOption(flag, "", field, kind);
    }

    static Optional<RunOption> named(String flag) {
        return ALL.stream().filter(o -> o.flag().equals(flag)).findFirst();
    }

    /** Whether it may be given more than once. */
    public boolean repeats() {
        return switch (kind) {
            case LIST, MAP, TMPFS, ULIMIT, DEVICE, WEIGHT, RATE -> true;
            default -> false;
        };
    }

    /** Puts {@code value} where it belongs in the request. */
    void into(ObjectNode request, String value) {
        String[] steps = field.split("\\.", -1);
        ObjectNode at = request;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.get(steps[i]) instanceof ObjectNode there ? there : at.putObject(steps[i]);
        }
        put(at, steps[steps.length - 1], value);
    }

    private void put(ObjectNode at, String name, String value) {
        switch (kind) {
            case TEXT -> at.put(name, value);
            case NUMBER -> at.put(name, number(value));
            case BYTES -> at.put(name, bytes(value));
            case CPUS -> at.put(name, decimal(value).movePointRight(9).longValue());
            case DURATION -> at.put(name, nanoseconds(value));
            case SWITCH -> at.put(name, true);
            case LIST -> list(at, name).add(value);
            case MAP -> map(at, name).put(before(value, "="), after(value, "="));
            case TMPFS -> map(at, name).put(before(value, ":"), after(value, ":"));
            case HEALTH -> at.set(name, Json.array("CMD-SHELL", value));
            case ULIMIT -> {
                String[] limits = after(value, "=").split(":", 2);
                list(at, name)
                        .addObject()
                        .put("Name", before(value, "="))
                        .put("Soft", number(limits[0]))
                        .put("Hard", number(limits[limits.length - 1]));
            }
            case DEVICE -> {
                String[] parts = value.split(":", 3);
                list(at, name)
                        .addObject()
                        .put("PathOnHost", parts[0])
                        .put("PathInContainer", parts.length > 1 ? parts[1] : parts[0])
                        .put("CgroupPermissions", parts.length > 2 ? parts[2] : "rwm");
            }
            case WEIGHT ->
                list(at, name).addObject().put("Path", before(value, ":")).put("Weight", number(after(value, ":")));
            case RATE ->
                list(at, name).addObject().put("Path", before(value, ":")).put("Rate", bytes(after(value, ":")));
        }
    }

    private static ArrayNode list(ObjectNode at, String name) {
        JsonNode there = at.get(name);
        return there instanceof ArrayNode list ? list : at.putArray(name);
    }

    private static ObjectNode map(ObjectNode at, String name) {
        JsonNode there = at.get(name);
        return there instanceof ObjectNode map ? map : at.putObject(name);
    }

    private String before(String value, String mark) {
        int at = value.indexOf(mark);
        if (at == 0 || (at < 0 && kind != Kind.TMPFS)) {
            throw bad(value);
        }
        return at < 0 ? value : value.substring(0, at);
    }

    private static String after(String value, String mark) {
        int at = value.indexOf(mark);
        return at < 0 ? "" : value.substring(at + 1);
    }

    private EngineException bad(String value) {
        return Errors.sentence(
                "option.bad",
                value,
                flag,
                Errors.SENTENCES.say("option." + kind.name().toLowerCase(Locale.ROOT)));
    }

    private long number(String value) {
        if (!value.matches("-?[0-9]{1,18}")) {
            throw bad(value);
        }
        return Long.parseLong(value);
    }

    private BigDecimal decimal(String value) {
        if (!value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw bad(value);
        }
        return new BigDecimal(value);
    }

    private long bytes(String value) {
        Matcher size = SIZE.matcher(value.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw bad(value);
        }
        int power = "bkmgt".indexOf(String.valueOf(size.group(2)));
        return new BigDecimal(size.group(1))
                .multiply(BigDecimal.valueOf(STEP).pow(Math.max(0, power)))
                .longValue();
    }

    private long nanoseconds(String value) {
        Matcher time = TIME.matcher(value);
        long sum = 0;
        int end = 0;
        while (time.find() && time.start() == end) {
            long unit = NANOSECONDS.getOrDefault(time.group(2), 0L);
            sum += new BigDecimal(time.group(1))
                    .multiply(BigDecimal.valueOf(unit))
                    .longValue();
            end = time.end();
        }
        if (end == 0 || end < value.length()) {
            throw bad(value);
        }
        return sum;
    }
}
