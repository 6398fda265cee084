package porthole.jupyter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import porthole.display.Sentences;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.history.History;
import porthole.jupyter.protocol.MessageJson;
import porthole.jupyter.protocol.Reply;
import porthole.jupyter.protocol.Request;
import porthole.jupyter.wire.ConnectionFile;

/** Answers that need no cell to run. */
final class Answers {
    private static final Sentences SENTENCES = Sentences.of(Answers.class);

    private final Supplier<Interpreter> interpreter;
    private final History history;
    private final ConnectionFile connection;

    Answers(Supplier<Interpreter> interpreter, History history, ConnectionFile connection) {
        this.interpreter = interpreter;
        this.history = history;
        this.connection = connection;
    }

    /** The reply to {@code request}; empty where the protocol has none. */
    Optional<Reply> to(Request request) {
        if (request instanceof Request.KernelInfo) {
            return Optional.of(new Reply.KernelInfo(version()));
        } else if (request instanceof Request.IsComplete it) {
            return Optional.of(new Reply.IsComplete(interpreter.get().completeness(it.code())));
        } else if (request instanceof Request.Complete it) {
            return Optional.of(new Reply.Complete(it.code(), interpreter.get().complete(it.code(), it.cursor())));
        } else if (request instanceof Request.Inspect it) {
            return Optional.of(new Reply.Inspect(interpreter.get().inspect(it.code(), it.cursor(), it.detailed())));
        } else if (request instanceof Request.History it) {
            return Optional.of(new Reply.History(history.find(it), it.output()));
        } else if (request instanceof Request.CommInfo) {
            return Optional.of(new Reply.Plain("comm_info_reply", Reply.ok().set("comms", MessageJson.object())));
        } else if (request instanceof Request.Connect) {
            return Optional.of(new Reply.Plain("connect_reply", ports()));
        } else if (request instanceof Request.Interrupt) {
            return Optional.of(new Reply.Plain("interrupt_reply", Reply.ok()));
        } else if (request instanceof Request.Shutdown it) {
            return Optional.of(new Reply.Plain("shutdown_reply", Reply.ok().put("restart", it.restart())));
        } else if (request instanceof Request.Debug it) {
            return Optional.of(new Reply.Plain("debug_reply", noDebugger(it)));
        } else if (request instanceof Request.Unknown it && it.type().endsWith("_request")) {
            String sentence = SENTENCES.say("request.unknown", it.type());
            return Optional.of(new Reply.Failed(it.type(), "UnknownRequest", sentence));
        }
        return Optional.empty();
    }

    private ObjectNode ports() {
        return Reply.ok()
                .put("shell_port", connection.shellPort())
                .put("iopub_port", connection.iopubPort())
                .put("stdin_port", connection.stdinPort())
                .put("hb_port", connection.heartbeatPort())
                .put("control_port", connection.controlPort());
    }

    // The reply is a response of the Debug Adapter Protocol.
    private static ObjectNode noDebugger(Request.Debug request) {
        return MessageJson.object()
                .put("type", "response")
                .put("seq", request.sequence() + 1)
                .put("request_seq", request.sequence())
                .put("command", request.command())
                .put("success", false)
                .put("message", SENTENCES.say("debugger"));
    }

    private static String version() {
        String version = Answers.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
