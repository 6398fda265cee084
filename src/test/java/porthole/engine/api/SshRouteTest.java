package porthole.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshRouteTest {
    @Test
    void sshIsUsedAsTheCommandLineDoes() {
        assertEquals(
                List.of("-l", "me", "-p", "2222", "--", "lab", "docker", "system", "dial-stdio"),
                SshRoute.command(URI.create("ssh://me@lab:2222")).subList(6, 15));
    }
}
