package porthole.engine.api;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an exit code means, where the program is one that network people use. */
final class ExitCodes {
    /** The codes of curl that a network can cause: https://curl.se/libcurl/c/libcurl-errors.html */
    private static final Set<Integer> CURL = Set.of(3, 5, 6, 7, 22, 28, 35, 52, 56);
    /** The shell's own: 126 cannot be run, 127 not found, 137 and 143 ended by a signal. */
    private static final Set<Integer> SHELL = Set.of(126, 127, 137, 143);

    /**
     * How long curl tried an address: {@code Failed to connect to 10.60.0.99 port 80 after 3122 ms}. Where it is a name, the
     * time holds the look-up of the name, and tells nothing.
     */
    private static final Pattern WAITED = Pattern.compile(" to [0-9a-f.:]+ port \\d+ after (\\d{1,7}) ms");

    /** Milliseconds from which on it was no refusal: those come within one exchange of packets. */
    private static final int LONG = 900;

    private ExitCodes() {}

    /** One line: the code and, where known, its meaning; of one code with several causes, the one that curl names. */
    static String explain(List<String> command, int exitCode, String complained) {
        String key = "exit.plain";
        Matcher waited = WAITED.matcher(complained);
        long seconds = waited.find() ? Math.round(Integer.parseInt(waited.group(1)) / 1000.0) : 0;
        if (command.stream().anyMatch(word -> word.equals("curl") || word.endsWith("/curl") || word.startsWith("curl "))
                && CURL.contains(exitCode)) {
            key = "exit.curl." + exitCode + cause(exitCode, complained);
        } else if (SHELL.contains(exitCode)) {
            key = "exit.shell." + exitCode;
        }
        return EngineSentences.SENTENCES.say(key, exitCode, seconds);
    }

    /** The wordings are those of curl 7.68 to 8.14; {@code --silent} hides them all. */
    private static String cause(int exitCode, String complained) {
        if (exitCode == 28 && complained.contains("Resolving timed out")) {
            return ".name";
        }
        if (exitCode == 7 && complained.contains("Connection refused")) {
            return ".refused";
        }
        if (exitCode == 7 && complained.contains("Network is unreachable")) {
            return ".no-route";
        }
        if (exitCode == 7 && (complained.contains("No route to host") || complained.contains("unreachable"))) {
            return ".unreachable";
        }
        return exitCode == 7 ? waited(complained) : "";
    }

    /**
     * New curls give no other cause than how long they tried. A refusal comes at once; after some three seconds Linux gives up
     * to ask who has an address (ARP, RFC 826; three tries of a second, {@code mcast_solicit}).
     */
    private static String waited(String complained) {
        Matcher waited = WAITED.matcher(complained);
        return waited.find() && Integer.parseInt(waited.group(1)) >= LONG ? ".waited" : "";
    }
}
