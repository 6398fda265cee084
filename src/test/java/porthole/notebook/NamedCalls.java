package porthole.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calls in a text that a cell would run, such as {@code chapter("5.1").ready(FORCE)} and those inside its parentheses.
 *
 * @param receiver what stands before the call's last dot: {@code docker.network}, {@code c}; empty if nothing does
 * @param links the call, and those chained to it
 */
record NamedCalls(String receiver, List<Link> links) {
    private static final Pattern START = Pattern.compile("(?<![\\w.\"%/$-])((?:[a-z]\\w*\\.)*)([a-z]\\w*)\\(");
    private static final Pattern CHAINED = Pattern.compile("\\.([a-z]\\w*)\\(");

    /**
     * One method.
     *
     * @param arguments how many there are; -1 if the text leaves them out with an ellipsis
     */
    record Link(String method, int arguments) {}

    /** @param text as a reader sees it */
    static List<NamedCalls> in(String text) {
        List<NamedCalls> found = new ArrayList<>();
        Matcher start = START.matcher(text);
        int from = 0;
        while (start.find(from)) {
            from = start.end();
            List<Link> links = new ArrayList<>();
            Matcher next = CHAINED.matcher(text);
            String method = start.group(2);
            int open = start.end();
            while (true) {
                int close = close(text, open);
                if (close < 0) {
                    break;
                }
                links.add(new Link(method, count(text.substring(open, close))));
                next.region(close + 1, text.length());
                if (!next.lookingAt()) {
                    break;
                }
                method = next.group(1);
                open = next.end();
            }
            if (!links.isEmpty()) {
                found.add(new NamedCalls(start.group(1).replaceFirst("\\.$", ""), links));
            }
        }
        return found;
    }

    /** Where the parenthesis that is open at {@code from} is closed. */
    private static int close(String text, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int count(String arguments) {
        if (arguments.contains("…")) {
            return -1;
        }
        int depth = 0;
        int count = arguments.isBlank() ? 0 : 1;
        boolean quoted = false;
        for (char c : arguments.toCharArray()) {
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                count += c == ',' && depth == 0 ? 1 : 0;
            }
        }
        return count;
    }
}
