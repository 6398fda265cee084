package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import porthole.jupyter.api.Extension;
import porthole.jupyter.wire.ConnectionFile;

@Timeout(30)
class KernelTest {
    private final ToyInterpreter language = new ToyInterpreter();

    private Extension extension(String name) {
        return new Extension() {
            @Override
            public void close() {
                language.events.add(name);
                if (name.equals("stubborn")) {
                    throw new IllegalStateException("on purpose");
                }
            }
        };
    }

    private static ConnectionFile connection() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            held.add(new ServerSocket(0));
        }
        int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new ConnectionFile(
                "tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "", "hmac-sha256");
    }

    @Test
    void extensionsEndOnceNewestFirstAndBeforeTheLanguage() throws Exception {
        CompletableFuture<Void> made = new CompletableFuture<>();
        Kernel kernel = new Kernel(
                connection(),
                () -> {
                    made.complete(null);
                    return language;
                },
                List.of(extension("first"), extension("stubborn"), extension("last")));
        CompletableFuture<Boolean> run = CompletableFuture.supplyAsync(kernel::run);
        made.get(10, TimeUnit.SECONDS);
        kernel.end();
        kernel.end();
        assertFalse(run.get(10, TimeUnit.SECONDS));
        assertEquals(List.of("last", "stubborn", "first", "closed"), language.events);
    }

    @Test
    void aKernelThatNeverRanEndsToo() throws Exception {
        ConnectionFile connection = connection();
        new Kernel(connection, () -> language, List.of(extension("only"))).end();
        assertEquals(List.of("only"), language.events);
        new Kernel(connection, () -> language, List.of()).end();
    }

    @Test
    void aMissingConnectionFileIsAnExitCode() {
        assertEquals(1, Kernel.run(Path.of("/nowhere/kernel.json"), () -> language, List.of()));
    }
}
