package porthole.probe.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.network.Literal;
import porthole.probe.call.Target;
import porthole.topology.Journey.Ending;

/**
 * One call by curl, made by a guest in the caller's namespace from source ports that nobody else uses, with a mark in its
 * request.
 *
 * @param route what {@code ip route get} says of the address
 * @param exit curl's exit code
 * @param connected whether a connection stood
 * @param status the HTTP status; 0 for none
 * @param words why the connection could not be made, in the kernel's own words; if curl does not pass them on, curl's
 */
record CallMade(String route, int exit, boolean connected, int status, String words) {
    private static final int TIMED_OUT = 28;
    private static final int COULD_NOT_CONNECT = 7;
    /** What the kernel answered to connect(2), as {@code curl -v} passes it on. */
    private static final Pattern REASON = Pattern.compile("\\* +connect to .* failed: (.*)");

    private static final int NOTHING_CAME = 52;
    private static final int BROKEN_OFF = 56;

    /** How long a SYN waits: Linux sends the next one after a second, so that within the range of one engine one is sent. */
    static final String NEAR = "0.9";

    /** Outside of it. */
    static final String FAR = "3";

    /**
     * The call.
     *
     * @param first the first of the source ports that may be used
     * @param last the last of them
     */
    static String script(Target target, String address, int first, int last, String mark, String patience) {
        return """
                route=$(ip -o route get '%1$s' ipproto 6 dport %9$d 2>&1 | head -n 1)
                case $route in Error:*|Usage:*) route=$(ip -o route get '%1$s' 2>&1 | head -n 1) ;; esac
                echo "route $route"
                said=$(LC_ALL=C curl -sSv -g -o /dev/null --noproxy '*' --local-port %2$d-%3$d --connect-timeout %4$s -m 5 \\
                  -A '%5$s' -H 'Host: %6$s' -w 'curl %%{time_connect} %%{http_code}\\n' 'http://%7$s%8$s' 2>&1)
                echo "exit $?"
                while read -r line; do echo "$line"; done <<< "$said"
                """.formatted(
                        address,
                        first,
                        last,
                        patience,
                        mark,
                        target.host(),
                        Target.in(address, target.port().orElseThrow()),
                        target.path(),
                        target.port().orElseThrow());
    }

    static CallMade read(List<String> lines) {
        Map<String, String> told = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            told.putIfAbsent(line.startsWith("curl: ") ? "words" : words[0], words.length > 1 ? words[1] : "");
            Matcher reason = REASON.matcher(line);
            if (reason.matches()) {
                told.put("reason", String.valueOf(reason.group(1)));
            }
        }
        String[] curl = told.getOrDefault("curl", "0 0").replace(',', '.').split(" ", -1);
        return new CallMade(
                told.getOrDefault("route", ""),
                Integer.parseInt(told.getOrDefault("exit", "-1")),
                Double.parseDouble(curl[0]) > 0,
                Integer.parseInt(curl[1]),
                told.getOrDefault("reason", told.getOrDefault("words", "").replaceFirst("^\\(\\d+\\) ", "")));
    }

    /** Whether the caller's own routing table has no way there. */
    boolean nowhere() {
        return route.startsWith("RTNETLINK answers: ") || route.contains("unreachable") || route.contains("prohibit");
    }

    /** The address from which packets go there, by the caller's routing table; empty text where there is no way. */
    String source() {
        return word("src");
    }

    /** The device by which packets go there, by the caller's routing table; empty text where there is no way. */
    String device() {
        return word("dev");
    }

    private String word(String before) {
        List<String> words = List.of(route.split("\\s+", -1));
        int at = words.indexOf(before);
        return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
    }

    /** The address to which packets are handed on, by the caller's routing table: a router's, or the called's own. */
    String next(String address) {
        String router = word("via");
        return router.isEmpty() ? address : Literal.canonical(router);
    }

    /** The type of the route that forbids it (ip-route(8)), by what Linux answers; empty text where there is just no route. */
    String kindOfRoute() {
        return route.contains("Invalid argument")
                ? "blackhole"
                : route.contains("Permission denied")
                        ? "prohibit"
                        : route.contains("No route to host") ? "unreachable" : "";
    }

    /** What became of it, as far as curl can tell. */
    Ending ending() {
        if (status > 0) {
            return Ending.ANSWERED;
        } else if (connected) {
            return switch (exit) {
                case TIMED_OUT -> Ending.SILENT;
                case NOTHING_CAME, BROKEN_OFF -> Ending.CLOSED;
                default -> Ending.ANSWERED;
            };
        } else if (nowhere()) {
            return Ending.NO_ROUTE;
        }
        if (exit != COULD_NOT_CONNECT || words.contains("timed out")) {
            return Ending.LOST;
        }
        return words.contains("refused") ? Ending.REFUSED : Ending.TURNED_BACK;
    }
}
