package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What cells measure, and what they change: commands and calls, each as the words of its command line. */
final class Probes {
    private static final Pattern CALL = Pattern.compile(
            "(?<![\\w.\"])((?:docker|hosts\\.get\\(\\d+\\)|\\w+)(?:\\.(?:network|service|swarm|volume|image|container))?"
                    + "\\.(?:ls|ps|inspect|info|exec|port|logs|get)|curl|who|why|networks|address|gateway|matrix|ping|trace|wiring)\\(");
    private static final Pattern CHANGE = Pattern.compile(
            "(?m)(?:docker|hosts\\.get\\(\\d+\\)|hand)\\b[\\w.() ]*?[. ](?:run|rm|create|connect|disconnect|up|down|start|stop|kill"
                    + "|restart|pause|unpause|onHost|inRoom|close|prune|rename|update)\\b|\\b(?:byHand|cluster|exercise)\\(|\\.ready\\(|lab\\.reset");

    private Probes() {}

    /** Whether a cell changes what could be measured. */
    static boolean changes(String source) {
        return CHANGE.matcher(source).find();
    }

    /** What a piece of Java or a cell asks, each question as its words. */
    static List<List<String>> in(String source) {
        List<List<String>> probes = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            List<String> arguments = JavaText.arguments(source, call.end() - 1);
            probes.add(words(call.group(1).replace('.', ' ') + " " + String.join(" ", arguments)));
        }
        source.lines()
                .filter(line -> line.matches("[%!].*"))
                .flatMap(line -> Stream.of(line.substring(1).split("[|]")).limit(1))
                .forEach(line -> probes.add(words(line)));
        return probes;
    }

    /** The words of a command without its options and quotes. */
    static List<String> words(String command) {
        return Stream.of(command.replaceAll("[\"'();,{}]", " ").split("\\s+"))
                .filter(word -> !word.isBlank() && !word.startsWith("-") && !word.matches("[+=>]+|\\d+"))
                .filter(word -> !word.equals("docker"))
                .toList();
    }
}
