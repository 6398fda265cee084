package porthole.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a guest in the caller's sandbox has found: the name asked for, packets sent, the port called.
 *
 * @param addresses what the name resolves to there; empty where no answer came in time
 * @param tried the address that was called; empty where there was none to call
 * @param route the way that packets to it take, as {@code ip route get} tells
 * @param milliseconds how long an echo took; empty where none came back
 * @param exit curl's exit code; -1 where no port was called
 * @param complaint what curl said
 * @param seconds curl's times: until the connection stood (0 for never), until all was over
 * @param status the HTTP status; 0 for none
 */
record Calls(
        List<String> addresses,
        Optional<String> tried,
        String route,
        Optional<Double> milliseconds,
        int exit,
        String complaint,
        List<Double> seconds,
        int status) {
    Calls {
        addresses = List.copyOf(addresses);
        seconds = List.copyOf(seconds);
    }

    /** Nothing was tried. */
    static final Calls NONE =
            new Calls(List.of(), Optional.empty(), "", Optional.empty(), -1, "", List.of(0.0, 0.0), 0);

    /** Curl could connect. */
    boolean connected() {
        return seconds.get(0) > 0;
    }

    /** Somebody said no: the address is reached, and nothing listens on the port. */
    boolean refused() {
        return exit == 7 && (milliseconds.isPresent() || complaint.contains("refused"));
    }

    boolean reached() {
        return milliseconds.isPresent() || connected() || refused();
    }

    /**
     * The script: name, route, echo and page at once. Limits: 1.5 s for the name (a DNS that nobody answers for), 1 s for
     * packets, 2 s for the page.
     *
     * @param name to be resolved; empty for none
     * @param fallback the address to call where the name does not resolve; empty for none
     * @param port 0 for none
     */
    static String script(String name, String fallback, int port, String path) {
        return """
                name='%s'; to='%s'; port=%d; path='%s'
                if [ -n "$name" ]; then
                  found=$( { timeout 1.5 getent ahosts "$name" || timeout 1.5 getent hosts "$name"; } 2>/dev/null |
                    while read -r address rest; do echo "$address"; done | sort -u)
                  first=
                  for a in $found; do
                    echo "address $a"
                    case $a in *:*) ;; *) [ -n "$first" ] || first=$a ;; esac
                  done
                  [ -n "$first" ] || for a in $found; do first=$a; break; done
                  [ -z "$first" ] || to=$first
                fi
                [ -n "$to" ] || exit 0
                echo "tried $to"
                case $to in *:*) at="[$to]" ;; *) at=$to ;; esac
                echo "route $(ip -o route get "$to" 2>&1 | head -n 1)"
                ping -n -c 1 -W 1 "$to" 2>/dev/null | grep -o 'time=[0-9.]*' | head -n 1 &
                if [ "$port" != 0 ]; then
                  said=$(curl -sS -g -o /dev/null --noproxy '*' --connect-timeout 1 -m 2 -H "Host: ${name:-$at}" \\
                    -w 'curl %%{time_connect} %%{time_total} %%{http_code}\\n' "http://$at:$port$path" 2>&1)
                  echo "exit $?"
                  echo "$said"
                fi
                wait
                """.formatted(name, fallback, port, path);
    }

    /** Reads what the script says. */
    static Calls read(String said) {
        List<String> addresses = new ArrayList<>();
        Map<String, String> found = new HashMap<>();
        for (String line : said.lines().toList()) {
            if (line.startsWith("address ")) {
                addresses.add(line.substring("address ".length()));
            } else if (line.startsWith("time=")) {
                found.put("time", line.substring("time=".length()));
            } else if (line.startsWith("curl: ")) {
                found.put("complaint", line);
            } else if (line.contains(" ")) {
                found.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
            }
        }
        String[] times = found.getOrDefault("curl", "0 0 0").split(" ", -1);
        return new Calls(
                addresses,
                Optional.ofNullable(found.get("tried")),
                found.getOrDefault("route", ""),
                Optional.ofNullable(found.get("time")).map(Double::valueOf),
                Integer.parseInt(found.getOrDefault("exit", "-1")),
                found.getOrDefault("complaint", ""),
                List.of(Double.valueOf(times[0].replace(',', '.')), Double.valueOf(times[1].replace(',', '.'))),
                Integer.parseInt(times[2]));
    }
}
