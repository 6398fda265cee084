package porthole.engine.flag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.network.Subnet;

/**
 * One flag of one command of {@code docker}. From this one entry of the command's {@link FlagTable} it is read from a
 * command line, completed, checked, written into the request, and told again as a command line.
 *
 * @param names the long name first, as in {@code --memory}; then its letter and former names
 * @param field where the value goes in the request, as in {@code HostConfig.Memory}; empty if the command itself makes
 *     its part of the request from it
 * @param kind how a value is written
 * @param commas whether one value may hold several, with commas between
 * @param since the API's version that this field came with; older engines would drop it without a word
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.50/#tag/Container/operation/ContainerCreate">
 *     ContainerCreate</a>
 */
public record Flag(List<String> names, String field, Kind kind, boolean commas, String since) {
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
        /** An IPv4 or IPv6 address in numbers. */
        ADDRESS,
        /** Needs no value; {@code =false} turns it off. */
        SWITCH,
        /** May be given again and again. */
        LIST,
        /** Addresses, again and again. */
        ADDRESSES,
        /** {@code key=value}, again and again. */
        MAP,
        /** {@code key=value} or {@code key}, again and again. */
        LABELS,
        /** {@code /path[:options]}, again and again. */
        TMPFS,
        /** {@code name=soft[:hard]}, again and again. */
        ULIMIT,
        /** {@code /dev/here[:/dev/there[:rwm]]}, again and again. */
        DEVICE,
        /** {@code /dev/disk:value}, again and again. */
        WEIGHT,
        /** {@code /dev/disk:1mb}, again and again. */
        RATE,
        /** {@code all}, a number, or {@code device=…}. */
        GPUS,
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

    public Flag {
        names = List.copyOf(names);
    }

    /** A flag under these names, parted by blanks. */
    public static Flag of(String names, String field, Kind kind) {
        return new Flag(List.of(names.split(" ")), field, kind, false, "1.0");
    }

    /** The same, of an engine that speaks that version of the API. */
    Flag since(String version) {
        return new Flag(names, field, kind, commas, version);
    }

    /** The same, with commas between several values. */
    Flag withCommas() {
        return new Flag(names, field, kind, true, since);
    }

    /** {@code --memory}. */
    public String name() {
        return names.get(0);
    }

    /** Whether it may be given more than once, and each value counts. Of the others the last one does. */
    public boolean repeats() {
        return switch (kind) {
            case LIST, ADDRESSES, MAP, LABELS, TMPFS, ULIMIT, DEVICE, WEIGHT, RATE -> true;
            default -> false;
        };
    }

    /** The values that one word of a command line holds. */
    List<String> values(String word) {
        return commas ? Arrays.stream(word.split(",", -1)).map(String::strip).toList() : List.of(word);
    }

    /**
     * Refuses what is not a value of this flag.
     *
     * @param word as a command line has it
     * @throws EngineException with how a value is written
     */
    public void check(String word) {
        values(word).forEach(value -> into(EngineJson.object(), value));
    }

    /** Puts {@code value} where it belongs in the request; checks it even if that is nowhere. */
    public void into(ObjectNode request, String value) {
        if (field.isEmpty()) {
            put(EngineJson.object(), "value", value);
            return;
        }
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
            case ADDRESS -> at.put(name, address(value));
            case SWITCH -> at.put(name, on(value));
            case LIST -> list(at, name).add(value);
            case ADDRESSES -> list(at, name).add(address(value));
            case MAP -> map(at, name).put(before(value, "="), after(value, "="));
            case LABELS -> map(at, name).put(key(before(value, "="), value), after(value, "="));
            case TMPFS -> map(at, name).put(before(value, ":"), after(value, ":"));
            case HEALTH -> at.set(name, EngineJson.array("CMD-SHELL", value));
            case ULIMIT -> ulimit(list(at, name), value);
            case DEVICE -> device(list(at, name), value);
            case WEIGHT ->
                list(at, name).addObject().put("Path", before(value, ":")).put("Weight", number(after(value, ":")));
            case RATE ->
                list(at, name).addObject().put("Path", before(value, ":")).put("Rate", bytes(after(value, ":")));
            case GPUS -> gpus(list(at, name), value);
        }
    }

    private void ulimit(ArrayNode all, String value) {
        String name = before(value, "=");
        String[] limits = after(value, "=").split(":", 2);
        all.addObject().put("Name", name).put("Soft", number(limits[0])).put("Hard", number(limits[limits.length - 1]));
    }

    private static void device(ArrayNode all, String value) {
        String[] parts = value.split(":", 3);
        boolean rights = parts.length == 2 && parts[1].matches("[rwm]{1,3}");
        all.addObject()
                .put("PathOnHost", parts[0])
                .put("PathInContainer", parts.length > 1 && !rights ? parts[1] : parts[0])
                .put("CgroupPermissions", rights ? parts[1] : parts.length > 2 ? parts[2] : "rwm");
    }

    /** @see <a href="https://docs.docker.com/reference/cli/docker/container/run/#gpus">Access an NVIDIA GPU</a> */
    private void gpus(ArrayNode all, String value) {
        ObjectNode request = all.addObject();
        List<String> capabilities = new ArrayList<>(List.of("gpu"));
        String plain = value.replaceAll("^\"|\"$", "");
        if (plain.startsWith("device=")) {
            request.set("DeviceIDs", EngineJson.array(List.of(plain.substring(7).split(",", -1))));
        } else {
            request.put("Count", plain.equals("all") ? -1 : number(plain));
        }
        request.putArray("Capabilities").add(EngineJson.array(capabilities));
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
        if (at == 0 || value.isEmpty() || (at < 0 && kind != Kind.TMPFS && kind != Kind.LABELS)) {
            throw bad(value);
        }
        return at < 0 ? value : value.substring(0, at);
    }

    /** As the command line has it, the key of a label holds no blank. */
    private String key(String key, String value) {
        if (field.equals("Labels") && key.chars().anyMatch(Character::isWhitespace)) {
            throw bad(value);
        }
        return key;
    }

    /** How a value is written, as a short sentence in the reader's language: {@code write a size, as in "64m"}. */
    public String hint() {
        return EngineSentences.SENTENCES.say("option." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String after(String value, String mark) {
        int at = value.indexOf(mark);
        return at < 0 ? "" : value.substring(at + 1);
    }

    private EngineException bad(String value) {
        return EngineSentences.sentence("option.bad", value, name(), hint());
    }

    /** Whether the word turns it on. */
    public boolean on(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "t" -> true;
            case "false", "0", "f" -> false;
            default -> throw bad(value);
        };
    }

    private String address(String value) {
        if (!Subnet.isAddress(value)) {
            throw bad(value);
        }
        return value;
    }

    private long number(String value) {
        if (!value.matches("-?[0-9]{1,18}")) {
            throw bad(value);
        }
        return Long.parseLong(value);
    }

    private BigDecimal decimal(String value) {
        if (!value.matches("[0-9]{0,9}(\\.[0-9]{1,9})?") || value.isEmpty()) {
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
        if (value.equals("0")) {
            return 0;
        }
        if (end == 0 || end < value.length()) {
            throw bad(value);
        }
        return sum;
    }
}
