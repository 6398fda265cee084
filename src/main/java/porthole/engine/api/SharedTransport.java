package porthole.engine.api;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The room's connections to an engine, for docker-java's own client: it opens none of its own, and closes none. */
final class SharedTransport implements DockerHttpClient {
    private final Connections connections;

    SharedTransport(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Response execute(Request request) {
        Connections.Held held = connections.hold();
        try {
            return new HeldResponse(held.client().execute(request), held);
        } catch (RuntimeException | Error e) {
            held.giveBack(false);
            throw e;
        }
    }

    @Override
    public void close() {
        // They are the engine's, which goes on.
    }

    /** An answer whose connection is in use until it is closed, however long it streams. */
    private record HeldResponse(Response answer, Connections.Held held) implements Response {
        @Override
        public int getStatusCode() {
            return answer.getStatusCode();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return answer.getBody();
        }

        @Override
        public void close() {
            answer.close();
            held.giveBack(true);
        }
    }
}
