package porthole.jupyter.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the kernel's messages: every one with a header of its own, all of one session. */
public final class MessageFactory {
    /** The protocol that the kernel speaks. */
    public static final String VERSION = "5.4";

    private final String session = UUID.randomUUID().toString();
    private final AtomicLong written = new AtomicLong();

    /** The answer to {@code request}, addressed to its sender. */
    public Message answer(Message request, Content content) {
        return write(request.identities(), Optional.of(request.header()), content);
    }

    /** A message to everybody, caused by {@code parent}. */
    public Message publish(Optional<Header> parent, Publication content) {
        byte[] topic = ("kernel." + session + "." + content.type()).getBytes(StandardCharsets.UTF_8);
        return write(List.of(topic), parent, content);
    }

    /** The kernel's answer to a subscription, addressed to those who subscribed to {@code topic} (JEP 65). */
    public Message welcome(byte[] topic) {
        String subscription = new String(topic, StandardCharsets.UTF_8);
        return write(List.of(topic), Optional.empty(), new Publication.Welcome(subscription));
    }

    private Message write(List<byte[]> identities, Optional<Header> parent, Content content) {
        Header header = new Header(
                session + "_" + written.incrementAndGet(),
                session,
                "kernel",
                Instant.now().truncatedTo(ChronoUnit.MICROS).toString(),
                content.type(),
                VERSION);
        return new Message(identities, header, parent, MessageJson.object(), content.json(), List.of());
    }
}
