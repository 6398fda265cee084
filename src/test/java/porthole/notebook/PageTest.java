package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code page(url)} says where no page comes. */
class PageTest {
    @Test
    void aServerThatClosesWithoutAnAnswerIsToldInPlainWords() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread closing = new Thread(() -> closeEach(server));
            closing.start(); // the client calls a second time where the first call is cut off
            Page page = Page.of("localhost:" + server.getLocalPort());
            assertEquals(Optional.empty(), page.status());
            assertEquals(
                    "\"localhost:" + server.getLocalPort()
                            + "\" gave no page: the connection was opened, and closed again without an answer.",
                    page.body());
        }
    }

    private static void closeEach(ServerSocket server) {
        while (true) {
            try (Socket caller = server.accept()) {
                BufferedReader head = new BufferedReader(new InputStreamReader(caller.getInputStream()));
                while (!head.readLine().isEmpty()) {}
            } catch (IOException e) {
                return;
            }
        }
    }
}
