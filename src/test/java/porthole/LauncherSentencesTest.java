package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the scripts and the runner of notebooks say is in both languages. */
class LauncherSentencesTest {
    private static final List<String> SCRIPTS = List.of(
            "porthole",
            "kernel/engine.sh",
            "kernel/packages.sh",
            "kernel/jupyter.sh",
            "kernel/root.sh",
            "kernel/bare",
            "kernel/engines",
            "kernel/course",
            "kernel/jupyterlab",
            "kernel/jshell-tests",
            "kernel/image",
            "kernel/bench",
            "kernel/checks",
            "kernel/hub/engine");

    private static final String RESOURCES = "src/main/resources/porthole/";

    /** Japanese that is not in a room's sentences: the scripts', the command line's, the helps of words and of flags. */
    private static final List<String> JAPANESE = List.of(
            "kernel/sentences.sh",
            "kernel/hub/engine",
            "kernel/run_words.py",
            "kernel/notebook_text.py",
            "kernel/install.py",
            "kernel/book/words.py",
            RESOURCES + "usage_ja.properties",
            RESOURCES + "notebook/words_ja.properties",
            RESOURCES + "notebook/line/help_ja.properties",
            RESOURCES + "jupyter/java/words_ja.properties");

    /** A bracket beside or around Japanese text, a colon behind it, or a space beside a wide one. */
    private static final Pattern NARROW = Pattern.compile("[ぁ-んァ-ヶー一-龠」] ?\\((?!\")|\\) ?[ぁ-んァ-ヶー一-龠]"
            + "|\\([^()\"]*[ぁ-んァ-ヶー一-龠][^()\"]*\\)|[ぁ-んァ-ヶー一-龠」）]:(?: |$)| [（）：]|[（）] ");

    /** The names of the kernels, an image as Markdown has it, and the arguments of a call. */
    private static final Pattern KEPT =
            Pattern.compile("(?<=\\w)\\([^()]*\\)|Java \\(Porthole\\)|!\\[[^]]*]\\(\\{}\\)");

    private static final Pattern SAID =
            Pattern.compile("\\b(?:say|fail|want|check)\\s+(?:'([^'\n]*)'|\"([^\"\n$]*)\")");
    private static final Pattern KEY = Pattern.compile("\\[(?:'([^']*)'|\"([^\"]*)\")]=");

    /** What runs in a bare root, which has no Japanese. */
    private static final Pattern INSIDE = Pattern.compile("(?s)\nfirst_hour\\(\\) \\{.*?\n}\n");

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void eachSentenceOfAScriptIsInJapaneseToo() throws IOException {
        Set<String> japanese = found(KEY, Files.readString(Path.of("kernel/sentences.sh")));
        Set<String> missing = new TreeSet<>();
        for (String script : SCRIPTS) {
            String text = INSIDE.matcher(Files.readString(Path.of(script))).replaceAll("");
            Set<String> said = found(SAID, text);
            said.removeAll(japanese);
            said.forEach(sentence -> missing.add(script + ": " + sentence));
        }
        assertEquals(Set.of(), missing);
        assertTrue(japanese.size() > 60, "only " + japanese.size() + " were read");
    }

    @Test
    void eachSentenceOfTheRunnerOfNotebooksIsInJapaneseToo() throws IOException {
        StringBuilder source = new StringBuilder();
        for (String file : List.of("run_notebooks.py", "run_one.py", "run_words.py")) {
            source.append(Files.readString(Path.of("kernel", file)));
        }
        Pattern said = Pattern.compile("say\\(\\s*(?:'([^'\n]*)'|\"([^\"\n]*)\")");
        Pattern key = Pattern.compile("(?m)^    (?:'([^']*)'|\"([^\"]*)\"):\\s*\"");
        Set<String> missing = found(said, source.toString());
        missing.remove("failed"); // one call chooses between the two words
        Set<String> japanese = found(key, source.toString());
        missing.removeAll(japanese);
        assertEquals(Set.of(), missing);
        assertTrue(Stream.of("ok", "failed").allMatch(japanese::contains));
    }

    /** docs/style-ja.md: brackets and colons of Japanese text are wide; code keeps its own. */
    @Test
    void bracketsAndColonsOfJapaneseTextAreWide() throws IOException {
        Set<String> narrow = new TreeSet<>();
        for (String file : JAPANESE) {
            for (String line : Files.readAllLines(Path.of(file))) {
                if (NARROW.matcher(KEPT.matcher(line).replaceAll("")).find()) {
                    narrow.add(file + ": " + line.strip());
                }
            }
        }
        assertEquals(Set.of(), narrow);
    }
}
