package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
    @Test
    void theEnvironmentDecidesOverJavasOwnProperty() {
        assertEquals(Path.of("/home/ada"), Home.folder(Map.of("HOME", "/home/ada")));
        assertEquals(Path.of(System.getProperty("user.home")), Home.folder(Map.of()));
        assertEquals(Path.of(System.getProperty("user.home")), Home.folder(Map.of("HOME", "no/absolute/path")));
    }

    @Test
    void stateIsKeptWhereTheSpecificationSays() {
        assertEquals(Path.of("/state/porthole"), Home.state(Map.of("HOME", "/home/ada", "XDG_STATE_HOME", "/state")));
        assertEquals(Path.of("/home/ada/.local/state/porthole"), Home.state(Map.of("HOME", "/home/ada")));
    }
}
