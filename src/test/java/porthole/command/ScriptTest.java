package porthole.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.command.Script.Joint;
import porthole.display.Language;
import porthole.display.Sentences;

/** Lines as POSIX shells read them; where it can, a shell of this machine says what is right. */
class ScriptTest {
    private static final Map<String, String> SET =
            Map.of("HOME", "/home/learner", "TWO", "two words", "ONE", "one", "EMPTY", "", "PADDED", " a  b ");

    private static List<String> words(String line) {
        return Script.of(line, SET::get).steps().stream()
                .flatMap(step -> step.pipeline().stream())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run -e A=\"x\" --label=\"a=b\" --filter name=\"rp1\"",
                "run --format='{{.Name}}' -e A=\"two words\" nginx",
                "echo 'it''s' 'it'\\''s' \"a \\\"b\\\" c\" D=\\$HOME",
                "printf '%s|' a '' b",
                "run --entrypoint \"\" image cmd",
                "exec web sh -c \"echo $ONE\" '$ONE' \\$ONE ${ONE}x",
                "a $TWO \"$TWO\" x$TWO.y $EMPTY \"$EMPTY\" end",
                "a $PADDED z x${PADDED}y",
                "a # a comment",
                "a#b # c\nd",
                "a \\\n  b\\\nc",
                "a 'two\nlines' \"b\\\nc\"",
                "~ ~/x a~ \"~\" '~/x' x=~",
                "a\\ b c\\\\d \"c\\\\d\" \"\\n\" '\\n' \\n",
                "${ONE:-x} ${NOPE:-x} ${EMPTY:-x} ${EMPTY-x} ${NOPE+x} ${ONE:+y} \"${NOPE:-two words}\"",
                "a $ b$ \"$\" $.x",
                "-p 8080:80 -p [::1]:81:80 {{.Names}} {a} a,b a=b http://[::1]:80/",
                "\"\" '' \"\"x''",
                "a\tb   c\t",
                "日本 \"語 です\" é",
                "a 2>&1",
            })
    void wordsAreThoseOfAShell(String line) throws Exception {
        assertEquals(shell(line), words(line), line);
    }

    /** What a shell hands to a program, NUL between the words. */
    private static List<String> shell(String line) throws IOException, InterruptedException {
        Path script = Files.createTempFile("words", ".sh");
        try {
            String program = "each() { for w; do printf '%s\\0' \"$w\"; done; }\n";
            String lines = Script.of(line, SET::get).steps().size() > 1
                    ? line.lines().map(l -> "each " + l).collect(Collectors.joining("\n"))
                    : "each " + line;
            Files.writeString(script, program + lines + "\n");
            ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
            builder.environment().putAll(SET);
            builder.environment().remove("NOPE");
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), line);
            return said.isEmpty()
                    ? List.of()
                    : List.of(said.substring(0, said.length() - 1).split("\0", -1));
        } finally {
            Files.delete(script);
        }
    }

    @Test
    void randomQuotingIsReadAsAShellReadsIt() throws Exception {
        Random random = new Random(8);
        String[] parts = {"'", "\"", "\\", " ", "a", "$ONE", "$TWO", "#", "=", "-", "'x y'", "\"x y\"", "é"};
        int read = 0;
        for (int n = 0; n < 400; n++) {
            StringBuilder line = new StringBuilder("x");
            for (int i = random.nextInt(9); i >= 0; i--) {
                line.append(parts[random.nextInt(parts.length)]);
            }
            List<String> words;
            try {
                words = words(line.toString());
            } catch (LineException open) {
                continue;
            }
            if (n % 4 == 0) {
                assertEquals(shell(line.toString()), words, line.toString());
                read++;
            }
        }
        assertTrue(read > 30, "only " + read + " were compared");
    }

    @Test
    void quotedWordsAreReadBack() {
        for (String word :
                List.of("", "a", "it's", "a b", "$HOME", "`x`", "*", "~", "#", "a\\b", "\"", "a\nb", "<b>")) {
            assertEquals(List.of("x", word), words("x " + ShellWords.quote(word)));
            assertEquals(List.of("x", word), ShellWords.split("x " + ShellWords.quote(word), SET::get));
            assertEquals(List.of("x", word), ShellWords.ofMagic("x " + ShellWords.quote(word), SET::get));
        }
    }

    @Test
    void theWorkingFolderIsTheProcesssOwn() {
        assertEquals(List.of("x", java.nio.file.Path.of("").toAbsolutePath() + ":/x"), ShellWords.split("x $PWD:/x"));
    }

    @Test
    void operatorsJoinCommands() {
        List<String> steps = new ArrayList<>();
        for (Script.Step step : Script.of("a 1 && b | c '|' d || e; f\n# only a comment\n\ng |& h &&\n i", SET::get)
                .steps()) {
            steps.add(step.joint() + " " + step.pipeline());
        }
        assertEquals(
                List.of(
                        Joint.LINE + " [[a, 1]]",
                        Joint.AND + " [[b], [c, |, d]]",
                        Joint.OR + " [[e]]",
                        Joint.THEN + " [[f]]",
                        Joint.LINE + " [[g], [h]]",
                        Joint.AND + " [[i]]"),
                steps);
        assertEquals(List.of(), Script.of("  # nothing\n", SET::get).steps());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "exec web sh -c \"ls; \" at character 16",
                "ps 'x; ' at character 4",
                "ps > file; %%sh",
                "ps >> file; redirection",
                "ps 2>/dev/null; %%sh",
                "ps < file; \"<\" at character 4",
                "ps &> file; %%sh",
                "ps <<EOF; %%writefile",
                "rm $(docker ps -q); $( at character 4",
                "rm `docker ps -q`; ` at character 4",
                "rm \"$(docker ps -q)\"; variable of the notebook",
                "run $((1+1)); calculating",
                "images porthole/*; in quotes",
                "ps web?; pattern of file names",
                "ps [ab]; pattern of file names",
                "rm {a,b}; braces",
                "rm web{1..3}; braces",
                "ps &; background",
                "ps & docker ps; background",
                "(docker ps); group of commands",
                "for i in 1 2; loops",
                "! ps; conditions",
                "A=1 docker ps; sets a shell's variable",
                "ps $NOPE; the kernel's environment has no such variable",
                "ps ${NOPE}; the kernel's environment has no such variable",
                "ps ${ONE%x}; read by a shell only",
                "ps $1; read by a shell only",
                "ps $?; read by a shell only",
                "ps $'a'; ANSI-C",
                "ps ~root/x; full path",
                "ps &&; no command after it",
                "&& ps; no command before it",
                "ps | | grep; no command before it",
                "ps |; no command after it",
                "ps \\; there is no next line",
            })
    void whatOnlyAShellDoesIsRefusedByName(String line, String sentence) {
        LineException refusal = assertThrows(LineException.class, () -> Script.of(line, SET::get), line);
        assertTrue(refusal.sentence().contains(sentence.strip()), refusal.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ls && id", "ls; id", "ls | wc", "ls > x", "ls *", "ls\nid", "echo $(id)", "sleep 1 &", "ls 2>&1"
            })
    void aCommandWithoutAShellRefusesAShellsSigns(String line) {
        assertThrows(LineException.class, () -> ShellWords.split(line, SET::get), line);
    }

    @Test
    void aCommandWithoutAShellReadsWords() {
        assertEquals(List.of("sh", "-c", "ls | wc -l && id"), ShellWords.split("sh -c 'ls | wc -l && id'\n", SET::get));
        assertEquals(List.of("echo", "one", "two", "words"), ShellWords.split("echo $ONE $TWO", SET::get));
        assertEquals(List.of("curl", "http://web:80/?a=1"), ShellWords.split("curl http://web:80/?a=1", SET::get));
    }

    @Test
    void aMagicTakesAShellsSignsForLetters() {
        assertEquals(
                List.of("org.x:y:[1.0,2)", "lib/*.jar", "a;b", "$NOPE", "$1", "one", "/home/learner/x", ""),
                ShellWords.ofMagic("org.x:y:[1.0,2) lib/*.jar a;b $NOPE $1 $ONE ~/x '' # a comment", SET::get));
    }

    @Test
    void everyRefusalIsSaidInBothLanguages() {
        Sentences sentences = Sentences.of(Script.class);
        for (String key : java.util.ResourceBundle.getBundle("porthole.command.sentences", java.util.Locale.ROOT)
                .keySet()) {
            String english = sentences.say(Language.ENGLISH, key, "0", "1", "2");
            String japanese = sentences.say(Language.JAPANESE, key, "0", "1", "2");
            assertTrue(!english.equals(japanese) && !japanese.contains("''"), key + ": " + japanese);
        }
    }
}
