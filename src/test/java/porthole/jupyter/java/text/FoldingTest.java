package porthole.jupyter.java.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text in lines. */
class FoldingTest {
    @Test
    void aLineEndsBetweenWords() {
        assertEquals(List.of("one two", "three"), Folding.lines("one two three", 8));
        assertEquals(List.of("one two three"), Folding.lines("one two three", 13));
        assertEquals(List.of("aaaaaaaaaa", "b"), Folding.lines("aaaaaaaaaa b", 4));
    }

    @Test
    void japaneseEndsBetweenLettersButNotBeforeAFullStop() {
        assertEquals(List.of("整数を", "割る。"), Folding.lines("整数を割る。", 7));
        assertEquals(List.of("整数", "を。"), Folding.lines("整数を。", 6));
    }
}
