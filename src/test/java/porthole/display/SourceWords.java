package porthole.display;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What sources can name a sentence by.
 *
 * @param texts all string literals
 * @param constants names of enum constants and the like, lower-cased, with underscores and with hyphens
 */
record SourceWords(Set<String> texts, Set<String> constants) {
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");

    static SourceWords of(Path root) throws IOException {
        Set<String> texts = new HashSet<>();
        Set<String> constants = new HashSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                TEXT.matcher(source).results().map(r -> r.group(1)).forEach(texts::add);
                CONSTANT.matcher(source)
                        .results()
                        .map(MatchResult::group)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .flatMap(name -> Stream.of(name, name.replace('_', '-')))
                        .forEach(constants::add);
            }
        }
        return new SourceWords(texts, constants);
    }

    /**
     * Whether the sources name it: whole, or by a literal up to a dot, followed by literals, numbers and constants, dot by
     * dot: {@code "exit.curl." + 7}, {@code "reach." + because + ".not"}.
     */
    boolean name(String key) {
        return texts.contains(key) || startsWithAText(key);
    }

    private boolean startsWithAText(String key) {
        for (int dot = key.indexOf('.', 1); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            boolean before = texts.contains(key.substring(0, dot)) && ends(key.substring(dot));
            if (before || texts.contains(key.substring(0, dot + 1)) && ends(key.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean ends(String rest) {
        if (rest.isEmpty() || texts.contains(rest) || startsWithAText(rest)) {
            return true;
        }
        int dot = rest.indexOf('.');
        String word = dot < 0 ? rest : rest.substring(0, dot);
        boolean known = word.matches("[0-9]+") || constants.contains(word);
        return known && (dot < 0 || ends(rest.substring(dot)));
    }
}
