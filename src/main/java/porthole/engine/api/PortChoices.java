package porthole.engine.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the host's ports are used instead of others that are taken. */
public final class PortChoices {
    private static final Pattern PUBLISHED =
            Pattern.compile("(?<before>(?:\\[[0-9a-fA-F:.]+]:|[0-9.]+:)?)(?<host>\\d+)(?<after>:\\d+(?:/\\w+)?)");
    /** A short entry of a Compose file's {@code ports}: {@code - "8080:80"}. */
    private static final Pattern ENTRY = Pattern.compile("(?m)^(\\s*-\\s*[\"']?)(" + PUBLISHED + ")([\"']?\\s*)$");

    private final Map<Integer, Integer> chosen = new ConcurrentHashMap<>();

    PortChoices() {}

    public void use(Map<Integer, Integer> choices) {
        chosen.clear();
        chosen.putAll(choices);
    }

    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    public int of(int port) {
        return chosen.getOrDefault(port, port);
    }

    /** {@code 81:80} with the host's port that is used instead. */
    public String published(String text) {
        Matcher form = PUBLISHED.matcher(text);
        if (!form.matches() || form.group("host").length() > 5) {
            return text;
        }
        return form.group("before") + of(Integer.parseInt(form.group("host"))) + form.group("after");
    }

    /** A Compose file's text with the ports that are used instead, where they stand in the short form. */
    public String composed(String yaml) {
        return ENTRY.matcher(yaml)
                .replaceAll(entry -> Matcher.quoteReplacement(
                        entry.group(1) + published(entry.group(2)) + entry.group(entry.groupCount())));
    }
}
