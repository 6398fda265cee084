package porthole.jupyter.java.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintedTest {
    @Test
    void theLimitOfOutputIsANumberOrTheUsual() {
        assertEquals(5_000, Printed.limit("5_000"));
        assertEquals(2_000_000, Printed.limit("much"));
        assertEquals(2_000_000, Printed.limit(null));
    }
}
