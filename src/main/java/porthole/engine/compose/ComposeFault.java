package porthole.engine.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;

/**
 * Where in a Compose file the fault is that Compose complains of. YAML's own complaints tell a line; those about the
 * meaning tell a path ({@code services.web.ports}) or only a word, which are looked for in the file.
 */
final class ComposeFault {
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");
    private static final Pattern PATH =
            Pattern.compile("\\b(?:services|networks|volumes|configs|secrets)(?:\\.[\\w-]+)+");
    private static final Pattern QUOTED = Pattern.compile("['\"]([\\w.-]+)['\"]");
    private static final Pattern WORD = Pattern.compile(
            "(?:undefined (?:network|volume|service|secret|config)|hostPort:|containerPort:) \"?([\\w-]+)");

    private ComposeFault() {}

    /** One sentence with the line, where one can be named. */
    static Optional<EngineException> of(Path file, String yaml, String complaint) {
        List<String> lines = yaml.lines().toList();
        OptionalInt number = line(lines, complaint);
        if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > lines.size()) {
            return Optional.empty();
        }
        String text = lines.get(number.getAsInt() - 1).strip();
        return Optional.of(EngineSentences.sentence("compose.wrong", file, number.getAsInt(), text, said(complaint)));
    }

    /** Without the tool's own framing and the file's name, which the sentence has already. */
    private static String said(String complaint) {
        String last = complaint
                .strip()
                .replaceAll(
                        "(?m)^(?:The Compose file .* is invalid because:|yaml\\.\\w+\\.\\w+: |validating \\S+: +)", "")
                .replaceAll("\\s*in \"[^\"]*\", line \\d+, column \\d+", "")
                .replaceAll("(?m)^yaml: (?:line \\d+: )?", "");
        return String.join(
                "; ", last.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }

    private static OptionalInt line(List<String> lines, String complaint) {
        // Compose v1 tells first where it began to read a block, and last where it stumbled.
        Optional<MatchResult> told = LINE.matcher(complaint).results().reduce((first, last) -> last);
        if (told.isPresent()) {
            return OptionalInt.of(Integer.parseInt(told.get().group(1)));
        }
        Matcher word = WORD.matcher(complaint);
        if (word.find()) {
            return containing(lines, word.group(1), 0);
        }
        Matcher path = PATH.matcher(complaint);
        boolean known = path.find();
        int at = known ? walk(lines, path.group().split("\\.", -1)) : 0;
        Matcher quoted = QUOTED.matcher(complaint.substring(known ? path.end() : 0));
        OptionalInt key = quoted.find() ? containing(lines, quoted.group(1), at) : OptionalInt.empty();
        return key.isPresent() || at == 0 ? key : OptionalInt.of(at);
    }

    /** The line of the last key of a path that the file has; 0 where it has none. */
    private static int walk(List<String> lines, String[] keys) {
        int at = 0;
        int depth = -1;
        for (String key : keys) {
            int next = child(lines, key, at, depth);
            if (next < 0) {
                return at;
            }
            depth = indent(lines.get(next));
            at = next + 1;
        }
        return at;
    }

    private static int child(List<String> lines, String key, int from, int depth) {
        for (int i = from; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (indent(lines.get(i)) <= depth) {
                return -1;
            }
            if (text.matches("[\"']?" + Pattern.quote(key) + "[\"']?:(\\s.*)?")) {
                return i;
            }
        }
        return -1;
    }

    private static OptionalInt containing(List<String> lines, String word, int from) {
        Pattern whole = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
        for (int i = from; i < lines.size(); i++) {
            if (whole.matcher(lines.get(i)).find()) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
