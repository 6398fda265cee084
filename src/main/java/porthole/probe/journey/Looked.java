package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import porthole.network.Literal;
import porthole.topology.JourneyEvidence.Nameless.Reply;

/**
 * A name that was looked up in the caller's namespace, as programs there do.
 *
 * @param addresses in the order in which programs try them; empty where the name has none
 * @param by the name server, or {@code /etc/hosts}; empty text where neither is known
 * @param reply what the name server says where no address was found
 */
record Looked(List<String> addresses, String by, Reply reply) {
    /**
     * A guest may have neither dig nor nslookup: where getent finds nothing, the script itself asks for the IPv4 address
     * (RFC 1035, 4.1; head makes one datagram of it whatever bytes it has) and takes the response code out of the fourth byte.
     */
    private static final String ASK = """
            ask() {
              exec 3<>"/dev/udp/$1/53" || return
              question='\\x12\\x34\\x01\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00'
              IFS=. read -ra labels <<< "$2"
              for label in "${labels[@]}"; do question+=$(printf '\\\\x%%02x' "${#label}")$label; done
              printf "$question\\\\x00\\\\x00\\\\x01\\\\x00\\\\x01" | head -c 512 | head -c 512 >&3
              timeout 1.5 head -c 4 <&3 | {
                for i in 1 2 3 4; do byte=; LC_ALL=C IFS= read -r -d '' -n 1 byte || { [ -n "$byte" ] || return; }; done
                LC_ALL=C printf "reply %%d\\n" "'$byte"
              }
            }
            """;

    /** The lines that {@link #read} understands. */
    static String script(String name) {
        return (ASK + """
                name='%s'
                found=$( { timeout 1.5 getent ahosts "$name" || timeout 1.5 getent hosts "$name"; } 2>/dev/null)
                while read -r address rest; do [ -n "$address" ] && echo "address $address"; done <<< "$found"
                if [ -n "$(getent -s hosts:files hosts "$name" 2>/dev/null)" ]; then echo "by /etc/hosts"
                else while read -r word server; do [ "$word" = nameserver ] && echo "by $server" && break; done < /etc/resolv.conf
                  [ -n "$found" ] || [ -z "$server" ] || ask "$server" "${name%%.}" 2>/dev/null
                fi
                """).formatted(name);
    }

    static Looked read(List<String> lines) {
        List<String> addresses = new ArrayList<>();
        String by = "";
        Reply reply = Reply.NOTHING;
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            if (words[0].equals("address") && !addresses.contains(Literal.canonical(words[1]))) {
                addresses.add(Literal.canonical(words[1]));
            } else if (words[0].equals("by")) {
                by = words[1];
            } else if (words[0].equals("reply")) {
                reply = reply(Integer.parseInt(words[1]) & 15);
            }
        }
        return new Looked(addresses, by, by.isEmpty() ? Reply.UNKNOWN : reply);
    }

    private static Reply reply(int code) {
        return switch (code) {
            case 0 -> Reply.NO_ADDRESS;
            case 2 -> Reply.FAILED;
            case 3 -> Reply.NO_SUCH_NAME;
            case 5 -> Reply.REFUSED;
            default -> Reply.UNKNOWN;
        };
    }
}
