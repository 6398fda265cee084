package porthole.engine.recording;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Connections whose answers are heard by somebody else, too. A connection that is handed over is no answer. */
final class RecordingClient implements DockerHttpClient {
    private final String host;
    private final DockerHttpClient live;
    private final Function<Asked, Optional<Heard>> listener;

    RecordingClient(String host, DockerHttpClient live, Function<Asked, Optional<Heard>> listener) {
        this.host = host;
        this.live = live;
        this.listener = listener;
    }

    /** The question of a request. */
    static Asked asked(String host, Request request) {
        byte[] body = request.bodyBytes();
        return Asked.ofEngine(
                host, request.method(), request.path(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public Response execute(Request request) {
        if (request.hijackedInput() != null) {
            return live.execute(request);
        }
        Optional<Heard> heard = listener.apply(asked(host, request));
        Response answer = live.execute(request);
        if (heard.isEmpty()) {
            return answer;
        }
        heard.get().status(answer.getStatusCode());
        return new HeardResponse(answer, new HeardBody(answer.getBody(), heard.get()));
    }

    @Override
    public void close() throws IOException {
        live.close();
    }

    private record HeardResponse(Response answer, InputStream body) implements Response {
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
            return body;
        }

        @Override
        public void close() {
            answer.close();
        }
    }

    private static final class HeardBody extends FilterInputStream {
        private final Heard heard;

        HeardBody(InputStream body, Heard heard) {
            super(body);
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0) {
                heard.over();
            } else {
                heard.add(bytes, offset, count);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
