package porthole.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExecResultTest {
    @Test
    void aProgressMeterEndsAsItsLastState() {
        ExecResult result = new ExecResult(
                List.of("curl"), 0, "<html>\r\n", "  % Total\n  0     0\r 50    80\r100   161\r100   161\n");
        assertEquals("<html>\r\n  % Total\n100   161", result.text());
        assertEquals("  % Total\n  0     0\r 50    80\r100   161\r100   161\n", result.stderr());
    }
}
