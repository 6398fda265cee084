package porthole.engine.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import porthole.engine.api.Api;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.Query;
import porthole.engine.api.Relay;
import porthole.engine.api.StreamFrames;

/** To an engine inside a container, through {@code docker exec --interactive CONTAINER docker system dial-stdio}. */
record ExecRoute(Api api, String container) implements Relay.Route {
    @Override
    public Relay.Line open() {
        ObjectNode body = EngineJson.object()
                .put("AttachStdin", true)
                .put("AttachStdout", true)
                .put("AttachStderr", true);
        body.set("Cmd", EngineJson.array("docker", "--host=unix:///var/run/docker.sock", "system", "dial-stdio"));
        String id = EngineJson.text(api.post(Query.of("/containers/{}/exec", container), body), "Id");
        return new Line(api, id);
    }

    private static final class Line implements Relay.Line {
        private final Api api;
        private final String id;
        private DockerHttpClient.@org.jspecify.annotations.Nullable Response response;

        Line(Api api, String id) {
            this.api = api;
            this.id = id;
        }

        @Override
        public void send(InputStream from) {
            ObjectNode start = EngineJson.object().put("Detach", false).put("Tty", false);
            response = api.hijack(Query.of("/exec/{}/start", id), start, from);
        }

        @Override
        public InputStream answers() throws IOException {
            DockerHttpClient.Response open = response;
            if (open == null) {
                throw new IOException("not sent yet");
            }
            return new Unframed(open.getBody());
        }

        @Override
        public void close() {
            DockerHttpClient.Response open = response;
            if (open != null) {
                open.close();
            }
        }
    }

    /** What stands in the frames of standard output ({@link StreamFrames} tells their form); those of stderr are skipped. */
    private static final class Unframed extends InputStream {
        private final InputStream framed;
        private int left;

        Unframed(InputStream framed) {
            this.framed = framed;
        }

        private boolean next() throws IOException {
            while (left == 0) {
                byte[] header = framed.readNBytes(8);
                if (header.length == 0) {
                    return false;
                }
                if (header.length < 8) {
                    throw new EOFException(EngineSentences.SENTENCES.say("answer.cut"));
                }
                int length = ((header[4] & 0xff) << 24)
                        | ((header[5] & 0xff) << 16)
                        | ((header[6] & 0xff) << 8)
                        | (header[7] & 0xff);
                if (header[0] == 2) {
                    framed.skipNBytes(length);
                } else {
                    left = length;
                }
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (!next()) {
                return -1;
            }
            int n = framed.read(to, offset, Math.min(length, left));
            if (n > 0) {
                left -= n;
            }
            return n;
        }
    }
}
