package porthole.jupyter.java.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CellSourceTest {
    @Test
    void aTextIsCutIntoTokensOnceHoweverManyAsk() {
        CellSource source = CellSource.of("1 + 1");
        assertSame(source.tokens(), source.tokens());
        assertSame(source, source.with("1 " + "+ 1"));
        assertNotSame(source, source.with("1 + 2"));
    }

    @Test
    void whatItSaysIsThatOfItsTokens() {
        CellSource source = CellSource.of("int a = 1; // done; a");
        assertEquals(Set.of("int", "a"), source.words());
        assertEquals(UnitKind.VARIABLE, source.kind());
        assertTrue(source.endsWithSemicolon());
        assertFalse(source.endsInComment());
        assertTrue(CellSource.of("1 /* open").endsInComment());
    }
}
