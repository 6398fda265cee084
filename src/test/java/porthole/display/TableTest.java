package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table =
            new Table(List.of("NAME", "DRIVER"), List.of(List.of("橋", "bridge"), List.of("<shop>", "null")));

    @Test
    void columnsLineUpWithWideCharacters() {
        assertEquals("NAME     DRIVER\n橋       bridge\n<shop>   null", table.text());
    }

    @Test
    void markupInACellIsText() {
        assertTrue(table.html().contains("&lt;shop&gt;"));
    }

    @Test
    void shortTextsStayInTheirLineAndLongOnesAreWrapped() {
        Table wide = new Table(List.of("名前", "内容"), List.of(List.of("橋", "ネットワーク".repeat(9))));
        assertTrue(wide.html().contains("white-space:pre\">橋"), wide.html());
        assertTrue(wide.html().contains("min-width:24ch\">ネットワーク"), wide.html());
    }
}
