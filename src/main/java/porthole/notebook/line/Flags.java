package porthole.notebook.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Sentences;

/**
 * What becomes of the flags that the command line has and this grammar has not: some are handed to the installed command
 * line, which only reads then; the others are refused by name, with what to use instead. A test holds both lists
 * against the installed command line's own.
 */
final class Flags {
    private static final Sentences SENTENCES = Sentences.of(Flags.class);

    /** Flags that only change how a list or a page is printed, or that fetch an image in another way. */
    static final Map<String, List<String>> HANDED = Map.ofEntries(
            Map.entry("ps", List.of("--format", "--no-trunc", "--size", "-s")),
            Map.entry("inspect", List.of("--size", "-s")),
            Map.entry(
                    "images",
                    List.of("--all", "-a", "--digests", "--filter", "-f", "--format", "--no-trunc", "--tree")),
            Map.entry("info", List.of("--format", "-f")),
            Map.entry("version", List.of("--format", "-f")),
            Map.entry("pull", List.of("--all-tags", "-a", "--disable-content-trust", "--platform", "--quiet", "-q")),
            Map.entry("network ls", List.of("--format", "--no-trunc")),
            Map.entry("volume ls", List.of("--format")),
            Map.entry("stats", List.of("--format", "--no-trunc")),
            Map.entry("rmi", List.of("--platform")));

    /** Flags that cannot be in a notebook, each with the key of the sentence that says why and what to do. */
    static final Map<String, Map<String, String>> REFUSED = Map.ofEntries(
            Map.entry(
                    "create",
                    Map.of(
                            "--attach", "attach",
                            "-a", "attach",
                            "--disable-content-trust", "trust",
                            "--kernel-memory", "kernel-memory",
                            "--platform", "platform",
                            "--use-api-socket", "socket")),
            Map.entry("update", Map.of("--kernel-memory", "kernel-memory")),
            Map.entry(
                    "run",
                    Map.ofEntries(
                            Map.entry("--attach", "attach"),
                            Map.entry("-a", "attach"),
                            Map.entry("--detach-keys", "keys"),
                            Map.entry("--disable-content-trust", "trust"),
                            Map.entry("--kernel-memory", "kernel-memory"),
                            Map.entry("--platform", "platform"),
                            Map.entry("--sig-proxy", "signals"),
                            Map.entry("--use-api-socket", "socket"))),
            Map.entry("exec", Map.of("--detach-keys", "keys")),
            Map.entry(
                    "start",
                    Map.of(
                            "--attach", "start-attach",
                            "-a", "start-attach",
                            "--interactive", "keyboard",
                            "-i", "keyboard",
                            "--detach-keys", "keys",
                            "--checkpoint", "checkpoint",
                            "--checkpoint-dir", "checkpoint")),
            Map.entry("rm", Map.of("--link", "rm-link", "-l", "rm-link")));

    private static final List<String> ENDLESS = List.of("stats", "events", "attach");

    private Flags() {}

    /** Whether the installed command line may take the whole line because of that flag. */
    static boolean handed(String command, String flag) {
        return HANDED.getOrDefault(command, List.of()).contains(name(flag));
    }

    /** Why that flag cannot be, and what to use instead; empty where it is not one of those. */
    static Optional<String> refusal(String command, String flag) {
        return Optional.ofNullable(REFUSED.getOrDefault(command, Map.of()).get(name(flag)))
                .map(key -> SENTENCES.say("flag." + key, name(flag), "docker " + command));
    }

    /** What to say instead of running a command that would not come to an end by itself; empty for all others. */
    static Optional<String> endless(List<String> words) {
        String command = words.get(0).equals("container") && words.size() > 1 ? words.get(1) : words.get(0);
        boolean ends = words.stream().anyMatch(w -> w.startsWith("--no-stream") || w.startsWith("--until"));
        return ENDLESS.contains(command) && !ends ? Optional.of(SENTENCES.say("endless." + command)) : Optional.empty();
    }

    /** {@code --format=json} is {@code --format}, {@code -a=1} and {@code -aq} are {@code -a}. */
    private static String name(String flag) {
        if (flag.startsWith("--")) {
            return flag.replaceFirst("=.*", "");
        }
        return flag.length() > 2 ? flag.substring(0, 2) : flag;
    }
}
