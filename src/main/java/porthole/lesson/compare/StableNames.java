package porthole.lesson.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine and a kernel choose anew at each run (ids, veth names, bridges, MAC addresses, addresses from its
 * pools, ports of callers, times, durations), under names that are the same in each run: the first id that is seen is
 * {@code id1} wherever it is seen again, also in its short form and in the name of its bridge. A duration has no identity
 * and becomes {@code …}.
 */
final class StableNames {
    private static final int SHORT = 12;

    /** Blanks that fill a column of a table up to its widest value. */
    private static final Pattern FILLED = Pattern.compile("(?<=\\S) {3,}(?=\\S)");

    private final Map<String, Map<String, String>> names = new HashMap<>();
    private final String code;
    private final PooledAddresses addresses;
    private final WrittenFiles files;
    private final Set<String> listed = new HashSet<>();
    private int found;

    /** @param code of all cells of the page: a port or a range of addresses that it names is not chosen anew */
    StableNames(String code) {
        this.code = code;
        addresses = new PooledAddresses(code);
        files = new WrittenFiles(code);
    }

    /** How much that is chosen anew was seen so far. */
    int found() {
        return found;
    }

    /** Learns from a list which words are ids: swarm's may have no digit. */
    void read(String text) {
        ChosenAnew.LIST
                .matcher(text)
                .results()
                .flatMap(list -> list.group().lines().skip(1))
                .forEach(line -> listed.add(line.substring(0, SHORT)));
    }

    /** Gives the text with stable names; where there are some, columns are as wide as each line needs. */
    String in(String text) {
        int before = found;
        String stable = ChosenAnew.PATTERN
                .matcher(files.in(text))
                .replaceAll(each -> Matcher.quoteReplacement(stable((Matcher) each)));
        return found == before ? stable : FILLED.matcher(stable).replaceAll("   ");
    }

    private String stable(Matcher found) {
        String port = found.group("port");
        if (port != null && Pattern.compile("\\b" + port + "\\b").matcher(code).find()) {
            return port;
        }
        String pooled = found.group("pooled");
        Optional<String> address = pooled == null ? Optional.empty() : addresses.stable(pooled);
        String word = found.group("listed");
        if ((pooled != null && address.isEmpty()) || (word != null && !listed.contains(word))) {
            return found.group();
        }
        this.found++;
        if (address.isPresent()) {
            return address.get();
        }
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
        String swarm = word == null ? found.group("swarm") : word;
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
        for (String kind : new String[] {"uuid", "time", "mac", "veth", "pid", "n", "port", "call", "film", "echo"}) {
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
