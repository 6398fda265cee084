package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import porthole.display.Language;
import porthole.engine.api.EngineException;

/** What a test of the engine begins with: the real one, whose things are gone at the test's end, and English. */
public abstract class EngineSetup {
    protected final EngineFixture engine = new EngineFixture();
    protected final Docker docker = engine.docker;

    protected EngineSetup() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    protected void close() {
        engine.close();
    }

    /** The sentence with which {@code action} is refused. */
    protected static String refusal(Runnable action) {
        return assertThrows(EngineException.class, action::run).getMessage();
    }

    /** A port of this machine at which nobody listens. */
    protected static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
