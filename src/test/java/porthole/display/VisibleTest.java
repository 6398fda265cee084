package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisibleTest {
    private static final String HOSTILE = "a\u001b]0;title\u0007b\u001b[2Jc\u202etxt.exe\u0000\u009b1m\u2066\u007f";

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Language.use(Language.ENGLISH);
    }

    private static void harmless(String text) {
        assertFalse(
                text.codePoints()
                        .anyMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                                || Character.getType(c) == Character.FORMAT),
                text);
    }

    @Test
    void nothingSteersATerminalOrTurnsALine() {
        harmless(Visible.of(HOSTILE));
        harmless(Html.escape(HOSTILE));
        harmless(Sentences.of(Bounded.class).say("cut", HOSTILE, "1", HOSTILE));
        Table table = new Table(List.of("NAME"), List.of(List.of(HOSTILE)));
        harmless(table.text());
        harmless(table.html());
        harmless(Bounded.of("x".repeat(100) + HOSTILE.replace("\u0000", ""), ""));
    }

    @Test
    void textStaysAsItIs() {
        for (String text : List.of("", "plain", "日本語\tタブ\n改行", "é – 😀", "a\u00a0b")) {
            assertEquals(text, Visible.of(text));
        }
        assertEquals("red end\nnext", Visible.of("\u001b[1;31mred\u001b[0m end\r\nnext"));
        assertEquals("a␛]8;;http://x␇b", Visible.of("a\u001b]8;;http://x\u0007b"));
        assertEquals("\\u202Eexe.txt", Visible.of("\u202eexe.txt"));
    }

    @Test
    void aLongTextKeepsItsBeginningAndItsEnd() {
        String text = String.join("\n", Collections.nCopies(100_000, "a line of a log"));
        String shown = Bounded.of("first\n" + text + "\nlast", ".text()");
        assertTrue(shown.length() < Bounded.WHOLE + 200, () -> String.valueOf(shown.length()));
        assertTrue(shown.startsWith("first\n") && shown.endsWith("\nlast"), shown.substring(0, 100));
        assertTrue(shown.contains("characters are left out here. All of them: .text()"));
        assertEquals(text.substring(0, Bounded.WHOLE), Bounded.of(text.substring(0, Bounded.WHOLE), ""));
        assertTrue(Bounded.of("x".repeat(1_000_000), ".text()").length() < Bounded.WHOLE + 200);
    }

    @Test
    void whatIsNoTextIsNotShown() {
        String said = Bounded.of("ustar\0\0\0\0binary", ".stdout()");
        assertEquals("(15 characters that are not text: not shown. All of them: .stdout())", said);
    }

    @Test
    void aTableHasABound() {
        Table table = new Table(List.of("N"), Collections.nCopies(5000, List.of("x")));
        String shown = table.outputs().get(0).plain();
        assertEquals(1002, shown.lines().count());
        assertTrue(shown.endsWith("… the first 1000 of 5000 rows"), shown.substring(shown.length() - 60));
    }
}
