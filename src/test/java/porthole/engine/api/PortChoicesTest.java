package porthole.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortChoicesTest {
    private final PortChoices ports = new PortChoices();

    @Test
    void onlyTheHostsSideOfAChosenPortChanges() {
        ports.use(Map.of(81, 8081));
        assertEquals("8081:80", ports.published("81:80"));
        assertEquals("127.0.0.1:8081:81/udp", ports.published("127.0.0.1:81:81/udp"));
        assertEquals("80:81", ports.published("80:81"));
        assertEquals("81", ports.published("81"));
        assertEquals("81-90:81-90", ports.published("81-90:81-90"));
    }

    @Test
    void aComposeFileKeepsAllButThePorts() {
        ports.use(Map.of(8080, 18080));
        assertEquals(
                "ports:\n  - \"18080:80\"\n  - 18080:81\n  - 9090:8080\ncommand: 8080:80\n",
                ports.composed("ports:\n  - \"8080:80\"\n  - 8080:81\n  - 9090:8080\ncommand: 8080:80\n"));
    }
}
