package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.command.Script;

/** What stands behind a bar does what the shell's programs of the same name do. */
class FilterTest {
    private static final String TEXT = """
            "Networks": {
                "bridge": {
                    "IPAddress": "172.17.0.2",
                    "Gateway": "172.17.0.1",
                    "MacAddress": "02:42:ac:11:00:02"
                },
                "shop": {
                    "IPAddress": "10.9.0.2"
                }
            }
            10 ten
            9 nine
            9 nine
            """;

    private static String apply(String pipe) throws Exception {
        Object value = TEXT;
        for (List<String> words : Script.of(pipe).steps().get(0).pipeline()) {
            value = Filter.of(words).apply(value);
        }
        return String.valueOf(value);
    }

    private static String shell(String pipe) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("env", "LC_ALL=C", "sh", "-c", pipe).start();
        process.getOutputStream().write(TEXT.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.stripTrailing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grep IPAddress",
                "tail -n +2",
                "tail -n +0",
                "tail -n +99",
                "tail -3",
                "tail -n -2",
                "tail --lines=4",
                "head -n -2",
                "head -n3",
                "head -99",
                "uniq -c",
                "sort | uniq -c | sort -rn | head -n 3",
                "fgrep '.'",
                "jq -R . | head -n 2",
                "grep -i ipaddress",
                "grep -i -A 1 ipaddress",
                "grep -B2 -i gateway",
                "grep -C 1 -n shop",
                "grep -iv address",
                "grep -E 'shop|bridge'",
                "grep 'shop\\|bridge'",
                "grep -o '[0-9.]*\\.[0-9]*'",
                "grep -no '17[0-9.]*'",
                "grep -c address",
                "grep -ic address",
                "grep -F 172.17",
                "grep -w nine",
                "grep -w nin",
                "grep 'a+b'",
                "grep -e shop",
                "egrep 'ten|nine' | sort",
                "grep -i address | wc -l",
                "head -n 3",
                "head -2",
                "tail -n 2",
                "tail -3 | sort -n",
                "tail -3 | sort -rn",
                "tail -3 | sort -u",
                "tail -3 | uniq",
                "grep nothing-of-this-kind",
            })
    void itDoesAsTheShellDoes(String pipe) throws Exception {
        assertEquals(shell(pipe), apply(pipe).stripTrailing());
    }

    @Test
    void ofNoLinesThereAreNone() throws Exception {
        assertEquals("0", Filter.of(List.of("wc", "-l")).apply(""));
        assertEquals("", Filter.of(List.of("head")).apply(null));
    }
}
