package porthole.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.engine.api.EngineException;

/** Which links a command makes: the names that its {@code ip link add} gives, as ip-link(8) and {@code iplink.c} read it. */
final class AddedLinks {
    private static final Sentences SENTENCES = Sentences.of(AddedLinks.class);
    /** Up to what ends a command in a shell; ip takes its words shortened. */
    private static final Pattern ADD =
            Pattern.compile("\\bip(?:\\s+-\\S+)*\\s+l(?:i|in|ink)?\\s+a(?:d|dd)?(?:\\s+([^;|&'\"\\n]*)|$)");
    /** What has a value and may stand before or after the name. */
    private static final Set<String> VALUED = Set.of(
            "link",
            "address",
            "broadcast",
            "brd",
            "mtu",
            "index",
            "txqueuelen",
            "txqlen",
            "qlen",
            "numtxqueues",
            "numrxqueues",
            "group",
            "netns",
            "link-netns",
            "link-netnsid",
            "master");

    /** What is no name and has no value; {@code name} and {@code dev} stand before a name. */
    private static final Set<String> NAMELESS = Set.of("", "up", "down", "name", "dev");

    private AddedLinks() {}

    /**
     * The names, in the command's order; none where it makes no link.
     *
     * @throws EngineException where a link is made whose name the command does not write out
     */
    static List<String> in(String command) {
        List<String> names = new ArrayList<>();
        Matcher add = ADD.matcher(command);
        while (add.find()) {
            String said = add.group(1) == null ? "" : add.group(1).strip();
            List<String> made = names(List.of(said.split("\\s+", -1)));
            if (made.isEmpty() || made.stream().anyMatch(name -> !name.matches("[\\w.-]+"))) {
                throw new EngineException(
                        SENTENCES.say("hand.unnamed", add.group().strip()));
            }
            names.addAll(made);
        }
        return names;
    }

    /** Before {@code type} stands the link itself; {@code peer} begins the other end of a pair. */
    private static List<String> names(List<String> words) {
        List<String> names = new ArrayList<>();
        boolean ofType = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("type")) {
                ofType = true;
            } else if (word.equals("peer")) {
                ofType = false;
            } else if (!ofType && VALUED.contains(word)) {
                i++;
            } else if (!ofType && !NAMELESS.contains(word)) {
                names.add(word);
            }
        }
        return names;
    }
}
