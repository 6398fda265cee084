package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.command.Script;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Notices;
import porthole.jupyter.api.MagicException;

/** What runs, and in which order; the commands here are {@code docker WORD}, of which {@code bad} and {@code no} fail. */
class StepsTest {
    private final List<String> ran = new ArrayList<>();
    private final List<Object> shown = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();

    private Object run(String text) throws Exception {
        Notices notices = new Notices() {
            @Override
            public void command(String line) {}

            @Override
            public void warning(String sentence) {
                warned.add(sentence);
            }

            @Override
            public void note(String sentence) {}

            @Override
            public void progress(String what, long done, long total) {}
        };
        return new Steps(this::docker, List.of(), notices, shown::add).run(Script.of(text));
    }

    private Object docker(List<String> words) {
        ran.add(String.join(" ", words));
        if (words.get(0).equals("bad")) {
            throw new EngineException("Bad " + words.get(1) + ".");
        }
        return words.get(0).equals("no")
                ? new ExecResult(words, 3, "", "")
                : words.get(0).equals("mute") ? null : words.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "a && docker b> a,b",
                "no && docker b> no",
                "no || docker b> no,b",
                "a || docker b> a",
                "no; docker b> no,b",
                "no && docker b || docker c> no,c",
                "a || docker b && docker c> a,c",
                "a || docker b; docker c> a,c",
                "bad 1; docker b> bad 1,b",
                "bad 1 || true> bad 1",
                "bad 1 && docker b || docker c> bad 1,c",
                "a | grep a && docker b> a,b",
                "a | grep -q x && docker b> a",
                "a | grep x || docker b> a,b",
                "false || docker b> b",
                "true && docker b> b",
                "$ docker a && sudo docker b> a,b",
                "docker a && docker-compose up -d> a,compose up -d",
            })
    void operatorsDecideWhatRuns(String text, String expected) throws Exception {
        run(text);
        assertEquals(expected, String.join(",", ran));
    }

    @Test
    void eachValueIsShownAndTheLastIsTheCells() throws Exception {
        assertEquals("c", run("a\n# b\n\ndocker mute && docker b\nc"));
        assertEquals(List.of("a", "b"), shown);
        assertEquals("one  two", run("echo 'one  two'"));
        assertEquals("a␛]0;x␇", run("echo 'a\u001b]0;x\u0007'"));
    }

    @Test
    void aFailureThatIsPassedOverIsSaid() throws Exception {
        run("bad 1 || true; docker a");
        assertEquals(List.of("Bad 1."), warned);
        assertEquals("a", run("bad 2; docker a"));
        assertEquals(List.of("Bad 1.", "Bad 2."), warned);
    }

    @Test
    void aFailureThatNothingFollowsEndsTheCell() {
        assertThrows(EngineException.class, () -> run("a\nbad 1\nb"));
        assertEquals(List.of("a", "bad 1"), ran);
        assertThrows(EngineException.class, () -> run("bad 1 && docker b\nc"));
        assertThrows(EngineException.class, () -> run("a; docker bad 1"));
    }

    @Test
    void nothingRunsWhereOneCommandIsNotUnderstood() {
        assertThrows(MagicException.class, () -> run("a && b"));
        assertThrows(MagicException.class, () -> run("a\nb | awk 1"));
        assertTrue(ran.isEmpty());
    }
}
