package porthole.engine.api;

import java.util.List;
import java.util.Set;

/** What an exit code means, where the program is one that network people use. */
final class ExitCodes {
    /** The codes of curl that a network can cause: https://curl.se/libcurl/c/libcurl-errors.html */
    private static final Set<Integer> CURL = Set.of(3, 5, 6, 7, 22, 28, 35, 52, 56);
    /** The shell's own: 126 cannot be run, 127 not found, 137 and 143 ended by a signal. */
    private static final Set<Integer> SHELL = Set.of(126, 127, 137, 143);

    private ExitCodes() {}

    /** One line: the code and, where known, its meaning. */
    static String explain(List<String> command, int exitCode) {
        String key = "exit.plain";
        if (command.stream().anyMatch(word -> word.equals("curl") || word.endsWith("/curl") || word.startsWith("curl "))
                && CURL.contains(exitCode)) {
            key = "exit.curl." + exitCode;
        } else if (SHELL.contains(exitCode)) {
            key = "exit.shell." + exitCode;
        }
        return EngineSentences.SENTENCES.say(key, exitCode);
    }
}
