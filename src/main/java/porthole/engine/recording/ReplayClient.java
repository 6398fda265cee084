package porthole.engine.recording;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Connections to a recording. */
final class ReplayClient implements DockerHttpClient {
    private final String host;
    private final Function<Asked, Kept> answers;

    ReplayClient(String host, Function<Asked, Kept> answers) {
        this.host = host;
        this.answers = answers;
    }

    @Override
    public Response execute(Request request) {
        if (request.path().equals("/_ping")) {
            return new Played(200, new ByteArrayInputStream("OK".getBytes(StandardCharsets.UTF_8)));
        }
        Kept kept = answers.apply(RecordingClient.asked(host, request));
        return new Played(kept.status(), new PlayedBody(kept));
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private record Played(int status, InputStream body) implements Response {
        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return Map.of();
        }

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new IllegalStateException(e); // it holds nothing that could fail
            }
        }
    }
}
