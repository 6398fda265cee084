package porthole.lesson.compare;

import java.util.regex.Pattern;

/** What an engine, a kernel and Linux choose anew at each run, as it stands in outputs: a named group for each kind. */
final class ChosenAnew {
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

    /** Of a process: in an inspection, in a kernel's label, where a command names it, and in the log of nginx. */
    private static final String PID =
            "(?<=\"Pid\": |\\bPid: |[(]PID )[1-9]\\d*|pid:\\[\\d+]\\|\\d+\\|\\d+|(?<=\\bnetns )\\d+\\b"
                    + "|(?<=\\bstart worker process )\\d+\\b|(?<=\\[[a-z]{1,9}] )(?!1#)\\d+#\\d+(?=: )";

    /** Of an interface, in brackets after its name. */
    private static final String INDEX = "(?<= [(])\\d+(?=[)] \\d+[.]\\d+[.])|(?<=\\bveth[0-9a-f]{7} [(])\\d+(?=[)])";

    /** Not those of CSS animations, which are the same in each run and must stay. */
    private static final String DURATION =
            "(?<![\\w./])\\d+(?:\\.\\d+)?(?:/\\d+\\.\\d+)*(?= ?(?:ms|µs|ns|milliseconds)\\b)"
                    + "|(?<![\\w.])(?<!animation-delay:|animation:[\\w-]{1,40} )\\d+\\.\\d+(?= ?s\\b)"
                    + "|(?<=\\bUp )(?:Less than a|About an?|\\d+)(?= (?:second|minute|hour|day)s?\\b)"
                    + "|(?<![\\w.])(?:Less than a|About an?|\\d+)(?= (?:second|minute|hour|day|week|month)s? ago\\b)";

    /** The two speeds in the table of the program curl, with the blanks before them. */
    private static final String SPEED = " *\\b\\d+[kMG]?(?= +\\d+ --:--:--)|(?<=--:--:-- ) *\\d+[kMG]?\\b";

    /** Of a frame, in the table of a capture, as text and as HTML: milliseconds after the first. */
    private static final String FRAME = "(?<=(?:^|\\n)\\d{1,4} {2,9})\\d+\\.\\d\\d(?= {2,})"
            + "|(?<![\\d.])\\d+\\.\\d\\d(?=</td>)(?<=<tr><td[^<>]{0,120}>\\d{1,4}</td><td[^<>]{0,120}>\\d{1,7}\\.\\d\\d)";

    /** When a server wrote a line of its log, or an answer, and when a clock was asked: they tell seconds alone. */
    private static final String LOGGED = "\\b\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}\\b"
            + "|(?<![/\\d])\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d\\b"
            + "|(?i)(?<=\\bdate: )[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT(?-i)"
            + "|\\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d (?:[AP]M )?[A-Z]{3,4} \\d{4}\\b";

    /** Of those that Linux gives to a caller ({@code ip_local_port_range}), or that a journey takes for its calls. */
    private static final String PORT = "(?:[2-5]\\d|60)\\d{3}";

    /** Beside the arrow of a packet, and after an address. */
    private static final String CALLER = "\\b" + PORT + "(?= → (?:port |ポート )?\\d+\\b)"
            + "|(?<= \\d{1,5} → (?:port |ポート )?)" + PORT + "\\b"
            + "|(?<=\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}[:.]|[0-9a-f:]\\]:)" + PORT + "\\b(?![.:\\d])";

    /** In what Porthole's own call says of itself, so that it is found again in the log of a server. */
    private static final String CALL = "(?<=\\bporthole-)[0-9a-f]{8}\\b(?!-)";

    /** Of a film in HTML: from what it shows, which has such names. */
    private static final String FILM =
            "(?<=(?:name=\"|class=\"|\\^=\"|@keyframes |[\\n{,}]\\.|animation:)(?:cabling|journey)-)[0-9a-f]{1,8}(?=[-\"])";

    /** Of an echo request, as the program tcpdump prints it. */
    private static final String ECHO = "(?<=\\bICMP echo (?:request|reply), id )\\d+(?=, seq )";

    /** From the address pools that an engine has if nobody has set others, without docker0's own. */
    private static final String POOLED =
            "(?<![\\w.])(?:172\\.(?:1[89]|2\\d|3[01])|192\\.168)\\.\\d{1,3}\\.\\d{1,3}(?!\\d)" + "(?:/20\\b)?";

    static final Pattern PATTERN = Pattern.compile("(?<uuid>" + UUID + ")|(?<time>" + TIME + ")|(?<mac>" + MAC
            + ")|\\bbr-(?<bridge>[0-9a-f]{12})\\b|\\b(?<veth>veth[0-9a-f]{7})\\b|\\bnet:\\[(?<inode>\\d+)]"
            + "|(?<=@)if(?<peer>\\d+)\\b|(?<swarm>" + SWARM_ID + ")|(?<id>" + ID
            + ")|(?<pid>" + PID + ")|(?<n>" + INDEX + ")|(?<port>" + CALLER + ")|(?<call>" + CALL + ")|(?<film>" + FILM
            + ")|(?<echo>" + ECHO + ")|(?<pooled>" + POOLED + ")|(?<duration>" + LOGGED + "|" + FRAME + "|" + DURATION
            + "|" + SPEED + ")|(?<listed>(?<![\\w-])[a-z0-9]{12}(?![\\w-]))");

    /** The first column of a list of networks, services, tasks or nodes. */
    static final Pattern LIST = Pattern.compile("(?m)^(?:NETWORK )?ID {2,}.*\\R(?:[a-z0-9]{12} .*(?:\\R|$))+");

    private ChosenAnew() {}
}
