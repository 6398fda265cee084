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
            "kernel/jupyterlab",
            "kernel/jshell-tests",
            "kernel/image",
            "kernel/bench",
            "kernel/checks",
            "kernel/hub/engine");

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
        String source = Files.readString(Path.of("kernel/run_notebooks.py"));
        Pattern said = Pattern.compile("say\\(\\s*(?:'([^'\n]*)'|\"([^\"\n]*)\")");
        Pattern key = Pattern.compile("(?m)^    (?:'([^']*)'|\"([^\"]*)\"):\\s*\"");
        Set<String> missing = found(said, source);
        missing.remove("failed"); // one call chooses between the two words
        Set<String> japanese = found(key, source);
        missing.removeAll(japanese);
        assertEquals(Set.of(), missing);
        assertTrue(Stream.of("ok", "failed").allMatch(japanese::contains));
    }
}
