package porthole.jupyter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.history.Archive;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Header;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageFactory;
import porthole.jupyter.protocol.MessageJson;
import porthole.jupyter.wire.ConnectionFile;

/** A front end in memory: a session over the toy language, what is sent to it and what comes from it. */
final class FrontEnd implements AutoCloseable {
    static final ConnectionFile CONNECTION = new ConnectionFile("tcp", "127.0.0.1", 1, 2, 3, 4, 5, "", "hmac-sha256");

    /** A message and the channel that it came on. */
    record Sent(Channel channel, Message message) {
        String type() {
            return message.type();
        }

        String text(String field) {
            return message.content().path(field).asText();
        }
    }

    final ToyInterpreter language = new ToyInterpreter();
    final List<String> log = new ArrayList<>();
    private final BlockingQueue<Sent> arrived = new LinkedBlockingQueue<>();
    private final Session session;
    private int written;

    FrontEnd() {
        this(Archive.none());
    }

    FrontEnd(Archive archive) {
        session = new Session(
                () -> language,
                CONNECTION,
                new MessageFactory(),
                (channel, message) -> arrived.add(new Sent(channel, message)),
                archive,
                log::add);
        session.start();
    }

    Message write(String type, ObjectNode content, Optional<Header> parent) {
        return write(type, content, parent, "2026-01-01T00:00:00Z");
    }

    private Message write(String type, ObjectNode content, Optional<Header> parent, String date) {
        String id = "request-" + (++written);
        Header header = new Header(id, "page", "someone", date, type, "5.3");
        byte[] identity = "page".getBytes(StandardCharsets.UTF_8);
        return new Message(List.of(identity), header, parent, MessageJson.object(), content, List.of());
    }

    Message send(Channel channel, String type, ObjectNode content) {
        Message message = write(type, content, Optional.empty());
        session.receive(channel, message);
        return message;
    }

    Message execute(String code) {
        return send(Channel.SHELL, "execute_request", MessageJson.object().put("code", code));
    }

    /** As {@link #execute}, sent at {@code moment} of the front end's clock. */
    Message executeAt(OffsetDateTime moment, String code) {
        Message message =
                write("execute_request", MessageJson.object().put("code", code), Optional.empty(), moment.toString());
        session.receive(Channel.SHELL, message);
        return message;
    }

    /** All that comes until {@code last} has come, in order. */
    List<Sent> until(Predicate<Sent> last) throws InterruptedException {
        List<Sent> all = new ArrayList<>();
        do {
            Sent next = arrived.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing more came within 10 s after "
                        + all.stream().map(Sent::type).toList());
            }
            all.add(next);
        } while (!last.test(all.get(all.size() - 1)));
        return all;
    }

    /** All that comes until the kernel is idle after {@code request}, in order, of that request only. */
    List<Sent> answers(Message request) throws InterruptedException {
        return until(sent -> isIdle(sent, request)).stream()
                .filter(sent -> isChild(sent, request))
                .toList();
    }

    /** The reply in {@link #answers}. */
    ObjectNode reply(Message request) throws InterruptedException {
        return answers(request).stream()
                .filter(sent -> sent.type().endsWith("_reply"))
                .findFirst()
                .orElseThrow()
                .message()
                .content();
    }

    static boolean isChild(Sent sent, Message request) {
        return sent.message()
                .parent()
                .map(Header::id)
                .equals(Optional.of(request.header().id()));
    }

    static boolean isIdle(Sent sent, Message request) {
        return isChild(sent, request) && sent.text("execution_state").equals("idle");
    }

    Session session() {
        return session;
    }

    @Override
    public void close() throws Exception {
        session.finish(language -> language.ifPresent(Interpreter::close)).get(10, TimeUnit.SECONDS);
        session.close();
    }
}
