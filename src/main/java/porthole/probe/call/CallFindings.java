package porthole.probe.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a guest in the caller's sandbox has found: the name asked for, packets sent, the port called, at each address.
 *
 * @param addresses what the name resolves to there; empty where no answer came in time
 * @param canonical the whole name under which an answer came, where a search domain was added; empty otherwise
 * @param fromFile whether the hosts file gave the answer, which goes before the DNS
 * @param attempts one for each address that was called, IPv4 first
 */
public record CallFindings(List<String> addresses, String canonical, boolean fromFile, List<Attempt> attempts) {
    private static final Attempt NOTHING = new Attempt("", "", Optional.empty(), false, -1, 0, 0, 0, "");

    public CallFindings {
        addresses = List.copyOf(addresses);
        attempts = attempts.stream()
                .sorted(Comparator.comparing(a -> a.address().contains(":")))
                .toList();
    }

    /** Nothing was tried. */
    public static final CallFindings NONE = new CallFindings(List.of(), "", false, List.of());

    /** The attempt that came farthest: a program that has several addresses tries one after the other. */
    public Attempt best() {
        Attempt best = attempts.isEmpty() ? NOTHING : attempts.get(0);
        for (Attempt attempt : attempts) {
            best = attempt.progress() > best.progress() ? attempt : best;
        }
        return best;
    }

    /** The address of the best attempt; empty where there was none to call. */
    public Optional<String> tried() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(best().address());
    }

    /** As {@link Attempt#reached}, of the best. */
    public boolean reached() {
        return best().reached();
    }

    /**
     * The script: name, route, echo and page at once, at up to eight addresses. Limits: 1.5 s for the name (a DNS that
     * nobody answers for), 1 s for packets, 2 s for the page. Three datagrams are sent where the protocol is UDP, each with
     * one line feed in it.
     *
     * @param target whose name is to be resolved
     * @param addresses to call where there is no name, or it does not resolve
     */
    public static String script(Target target, List<String> addresses) {
        boolean named = !target.isAddress() && !target.isLoopback();
        return """
                name='%s'; to='%s'; port=%d; path='%s'; protocol=%s
                """.formatted(
                                named ? target.host() : "",
                                String.join(" ", addresses),
                                target.port().orElse(0),
                                target.path(),
                                target.protocol())
                + SCRIPT;
    }

    private static final String SCRIPT = """
            if [ -n "$name" ]; then
              found=$( { timeout 1.5 getent ahosts "$name" || timeout 1.5 getent hosts "$name"; } 2>/dev/null)
              while read -r address kind whole; do
                [ -n "$address" ] && echo "address $address"
                [ "$kind" = STREAM ] && [ -n "$whole" ] && echo "canonical $whole"
              done <<< "$found"
              [ -z "$(getent -s hosts:files hosts "$name" 2>/dev/null)" ] || echo "file yes"
              all=$(while read -r address rest; do echo "$address"; done <<< "$found" | sort -u)
              [ -z "$all" ] || to=$all
            fi
            page() {
              said=$(LC_ALL=C curl -sSv -g -o /dev/null --noproxy '*' --connect-timeout 1 -m 2 -H "Host: ${name:-$at}" \\
                -w 'curl %{time_connect} %{time_total} %{http_code}\\n' "http://$at:$port$path" 2>&1)
              echo "$i exit $?"
              case $said in *'failed: No route to host'*|*'failed: Network is unreachable'*|*'failed: Network unreachable'*) echo "$i back yes" ;; esac
              while read -r line; do
                case $line in 'curl '[0-9]*) echo "$i $line" ;; esac
              done <<< "$said"
            }
            datagrams() {
              exec 3<>"/dev/udp/$a/$port" || return
              for n in 1 2 3; do
                echo >&3 || { echo "$i datagram refused"; return; }
                sleep 0.1
              done
              if LC_ALL=C IFS= read -r -d '' -n 1 -t 0.6 -u 3 x; then echo "$i datagram answered"
              elif echo >&3; then echo "$i datagram silent"
              else echo "$i datagram refused"; fi
            }
            try() {
              i=$1; a=$2
              case $a in *:*) at="[$a]" ;; *) at=$a ;; esac
              echo "$i tried $a"
              echo "$i route $(ip -o route get "$a" 2>&1 | head -n 1)"
              { t=$(ping -n -c 1 -W 1 "$a" 2>/dev/null | grep -o 'time=[0-9.]*'); [ -z "$t" ] || echo "$i echo ${t#time=}"; } &
              if [ "$port" != 0 ]; then
                if [ "$protocol" = udp ]; then datagrams 2>/dev/null; else page; fi
              fi
              wait
            }
            n=0
            for a in $to; do
              [ $n -lt 8 ] || break
              n=$((n + 1))
              try $n "$a" &
            done
            wait
            """;

    /** Reads what the script says. */
    public static CallFindings read(String said) {
        List<String> addresses = new ArrayList<>();
        Map<String, String> whole = new HashMap<>();
        Map<Integer, Map<String, String>> found = new TreeMap<>();
        for (String line : said.lines().toList()) {
            String[] words = line.split(" ", 3);
            if (words.length == 2 && words[0].equals("address")) {
                String address = porthole.network.Literal.canonical(words[1]);
                if (!addresses.contains(address)) {
                    addresses.add(address);
                }
            } else if (words.length == 2) {
                whole.putIfAbsent(words[0], words[1]);
            } else if (words.length == 3 && words[0].matches("\\d")) {
                found.computeIfAbsent(Integer.valueOf(words[0]), n -> new HashMap<>())
                        .put(words[1], words[2]);
            }
        }
        return new CallFindings(
                addresses,
                whole.getOrDefault("canonical", ""),
                whole.containsKey("file"),
                found.values().stream().map(CallFindings::attempt).toList());
    }

    private static Attempt attempt(Map<String, String> found) {
        String[] times = found.getOrDefault("curl", "0 0 0").replace(',', '.').split(" ", -1);
        return new Attempt(
                porthole.network.Literal.canonical(found.getOrDefault("tried", "")),
                found.getOrDefault("route", ""),
                Optional.ofNullable(found.get("echo")).map(Double::valueOf),
                found.containsKey("back"),
                Integer.parseInt(found.getOrDefault("exit", "-1")),
                Double.parseDouble(times[0]),
                Double.parseDouble(times[1]),
                Integer.parseInt(times[2]),
                found.getOrDefault("datagram", ""));
    }
}
