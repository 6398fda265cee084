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

    /** One line: the code and, where known, its meaning; of one code with several causes, the one that curl names. */
    static String explain(List<String> command, int exitCode, String complained) {
        String key = "exit.plain";
        if (command.stream().anyMatch(word -> word.equals("curl") || word.endsWith("/curl") || word.startsWith("curl "))
                && CURL.contains(exitCode)) {
            key = "exit.curl." + exitCode + cause(exitCode, complained);
        } else if (SHELL.contains(exitCode)) {
            key = "exit.shell." + exitCode;
        }
        return EngineSentences.SENTENCES.say(key, exitCode);
    }

    /** The wordings are those of curl 7.68 to 8.14; {@code --silent} hides them all. */
    private static String cause(int exitCode, String complained) {
        if (exitCode == 28 && complained.contains("Resolving timed out")) {
            return ".name";
        }
        if (exitCode == 7 && complained.contains("Connection refused")) {
            return ".refused";
        }
        if (exitCode == 7 && (complained.contains("No route to host") || complained.contains("unreachable"))) {
            return ".unreachable";
        }
        return "";
    }
}
