package porthole.engine.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSession;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Query;
import porthole.engine.api.StreamFrames;
import porthole.engine.sandbox.LiveOutput;
import porthole.engine.sandbox.Lookup;

/** {@code docker logs}. */
public final class Logs {
    private final EngineSession session;
    private final Api api;

    public Logs(EngineSession session) {
        this.session = session;
        this.api = session.api();
    }

    public Log of(LogSpec spec) {
        spec.path(); // tells what is wrong with it before anything is asked
        session.notices().command(spec.commandLine());
        return quietly(spec);
    }

    /** The same, without telling the command. */
    public Log quietly(LogSpec spec) {
        JsonNode inspected = api.find(Query.of("/containers/{}/json", spec.container))
                .orElseThrow(() -> new Lookup(api).unknownContainer(spec.container));
        boolean terminal = inspected.path("Config").path("Tty").asBoolean();
        StreamFrames said = spec.follows()
                ? whole(spec, terminal, followed(spec, terminal))
                : api.call("GET", spec.path(), null, terminal ? StreamFrames::readTerminal : StreamFrames::read);
        return new Log(
                EngineJson.text(inspected, "Name").replaceFirst("^/", ""), said.both(), said.stdout(), said.stderr());
    }

    /**
     * Engine 20.10 ends a followed log without its last line where that has no line end; so that line is read once more when
     * the container has ended, and added where it is missing.
     */
    private StreamFrames whole(LogSpec spec, boolean terminal, StreamFrames followed) {
        boolean runs = api.find(Query.of("/containers/{}/json", spec.container))
                .map(c -> c.path("State").path("Running").asBoolean())
                .orElse(true);
        if (runs || !(followed.both().isEmpty() || followed.both().endsWith("\n"))) {
            return followed;
        }
        StreamFrames last =
                api.call("GET", spec.lastLine(), null, terminal ? StreamFrames::readTerminal : StreamFrames::read);
        return last.both().isEmpty() || last.both().endsWith("\n") ? followed : followed.with(last);
    }

    /** Shown while it comes. Where the time is over, a call of its own ends; where the cell is interrupted, this one. */
    private StreamFrames followed(LogSpec spec, boolean terminal) {
        try (LiveOutput live = new LiveOutput(session.notices())) {
            Heard heard = new Heard(live);
            CompletableFuture<StreamFrames> said = new CompletableFuture<>();
            Thread reader = new Thread(
                    () -> {
                        try {
                            said.complete(api.call(
                                    "GET",
                                    spec.path(),
                                    null,
                                    body -> terminal
                                            ? StreamFrames.readTerminal(body, heard)
                                            : StreamFrames.read(body, heard)));
                        } catch (EngineException e) {
                            said.completeExceptionally(e);
                        }
                    },
                    "log");
            reader.setDaemon(true);
            reader.start();
            StreamFrames all = await(spec, said, reader, heard);
            live.done();
            return all;
        }
    }

    private static StreamFrames await(LogSpec spec, CompletableFuture<StreamFrames> said, Thread reader, Heard heard) {
        try {
            return spec.limit == null ? said.get() : said.get(spec.limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            reader.interrupt();
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (TimeoutException e) {
            reader.interrupt();
            return heard.soFar();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Keeps all that is heard, for a stream that is left before its end. */
    private static final class Heard implements StreamFrames.Listener {
        private final StreamFrames.Listener next;
        private final StringBuilder both = new StringBuilder();
        private final StringBuilder stdout = new StringBuilder();
        private final StringBuilder stderr = new StringBuilder();

        Heard(StreamFrames.Listener next) {
            this.next = next;
        }

        @Override
        public synchronized boolean hear(String text, boolean complaint) {
            both.append(text);
            (complaint ? stderr : stdout).append(text);
            return next.hear(text, complaint);
        }

        synchronized StreamFrames soFar() {
            return new StreamFrames(both.toString(), stdout.toString(), stderr.toString());
        }
    }
}
