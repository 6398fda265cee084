package porthole.lesson.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine and a kernel choose anew at each run (ids, veth names, bridges, MAC addresses, times, durations), under
 * names that are the same in each run: the first id that is seen is {@code id1} wherever it is seen again, also in its
 * short form and in the name of its bridge. A duration has no identity and becomes {@code …}.
 */
final class StableNames {
    private static final String UUID = "\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b";

    /** RFC 3339, as Docker writes it; with a blank as its command line does. */
    private static final String TIME = "\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?"
            + "(?: ?(?:Z\\b|[+-]\\d\\d:?\\d\\d\\b))?(?: UTC\\b)?";

    /** Not of all letters, which are names for others: broadcast, and none. */
    private static final String MAC =
            "\\b(?!ff:ff:ff:ff:ff:ff|00:00:00:00:00:00)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\\b(?!:)";

    /** Docker gives no id whose short form is a number ({@code stringid.GenerateRandomID}). */
    private static final String ID =
            "(?<!\\w)(?:sha256:)?[0-9a-f]{64}(?!\\w)" + "|(?<![\\w-])(?:sha256:)?(?=[0-9]*[a-f])[0-9a-f]{12}(?![\\w-])";

    /** As swarm gives them: 25 digits and small letters; in the first column of a table the first 12 of them. */
    private static final String SWARM_ID =
            "\\b(?=[a-z0-9]*\\d[a-z])(?:[a-z0-9]{25}\\b" + "|(?<=^|[\\n>])[a-z0-9]{12}(?= {3}|<))";

    /** Of a process: in an inspection, in a kernel's label, and where a command names it. */
    private static final String PID = "(?<=\"Pid\": )[1-9]\\d*|pid:\\[\\d+]\\|\\d+\\|\\d+|(?<=\\bnetns )\\d+\\b";

    /** Of an interface, in brackets after its name. */
    private static final String INDEX = "(?<= [(])\\d+(?=[)] \\d+[.]\\d+[.])|(?<=\\bveth[0-9a-f]{7} [(])\\d+(?=[)])";

    private static final String DURATION = "(?<![\\w./])\\d+(?:\\.\\d+)?(?:/\\d+\\.\\d+)*(?= ?(?:ms|µs|ns)\\b)"
            + "|(?<![\\w.])\\d+\\.\\d+(?= ?s\\b)"
            + "|(?<=\\bUp )(?:Less than a|About an?|\\d+)(?= (?:second|minute|hour|day)s?\\b)"
            + "|(?<![\\w.])(?:Less than a|About an?|\\d+)(?= (?:second|minute|hour|day|week|month)s? ago\\b)";

    /** The two speeds in the table of the program curl, with the blanks before them. */
    private static final String SPEED = " *\\b\\d+[kMG]?(?= +\\d+ --:--:--)|(?<=--:--:-- ) *\\d+[kMG]?\\b";

    /** Of those that Linux gives to a caller ({@code ip_local_port_range}), beside the arrow of a packet. */
    private static final String CALLER =
            "\\b(?:3[3-9]|[45]\\d)\\d{3}(?= → \\d+ )|(?<= \\d{1,5} → )(?:3[3-9]|[45]\\d)\\d{3}\\b";

    private static final Pattern CHOSEN = Pattern.compile("(?<uuid>" + UUID + ")|(?<time>" + TIME + ")|(?<mac>" + MAC
            + ")|\\bbr-(?<bridge>[0-9a-f]{12})\\b|\\b(?<veth>veth[0-9a-f]{7})\\b|\\bnet:\\[(?<inode>\\d+)]"
            + "|(?<=@)if(?<peer>\\d+)\\b|(?<swarm>" + SWARM_ID + ")|(?<id>" + ID
            + ")|(?<pid>" + PID + ")|(?<n>" + INDEX + ")|(?<port>" + CALLER + ")|(?<duration>" + DURATION + "|" + SPEED
            + ")");

    private static final int SHORT = 12;

    private final Map<String, Map<String, String>> names = new HashMap<>();

    /** Blanks that fill a column of a table up to its widest value. */
    private static final Pattern FILLED = Pattern.compile("(?<=\\S) {3,}(?=\\S)");

    /** Gives the text with stable names; where there are some, columns are as wide as each line needs. */
    String in(String text) {
        String stable = renamed(text);
        return stable.equals(text) ? text : FILLED.matcher(stable).replaceAll("   ");
    }

    private String renamed(String text) {
        return CHOSEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(stable((Matcher) found)));
    }

    private String stable(Matcher found) {
        if (found.group("duration") != null) {
            return "…";
        }
        String bridge = found.group("bridge");
        if (bridge != null) {
            return "br-" + named("id", bridge, n -> "id" + n);
        }
        String id = found.group("id");
        if (id != null) {
            return named("id", id.replace("sha256:", "").substring(0, SHORT), n -> "id" + n);
        }
        String swarm = found.group("swarm");
        if (swarm != null) {
            return named("id", swarm.substring(0, SHORT), n -> "id" + n);
        }
        String inode = found.group("inode");
        if (inode != null) {
            return named("inode", inode, n -> "net:[" + n + "]");
        }
        String peer = found.group("peer");
        if (peer != null) {
            return named("peer", peer, n -> "if" + n);
        }
        for (String kind : new String[] {"uuid", "time", "mac", "veth", "pid", "n", "port"}) {
            String value = found.group(kind);
            if (value != null) {
                return named(kind, value, n -> kind + n);
            }
        }
        return found.group();
    }

    private String named(String kind, String value, Function<Integer, String> name) {
        Map<String, String> seen = names.computeIfAbsent(kind, k -> new HashMap<>());
        String known = seen.get(value);
        if (known == null) {
            known = name.apply(seen.size() + 1);
            seen.put(value, known);
        }
        return known;
    }
}
