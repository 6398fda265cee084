package porthole.jupyter;

import java.util.concurrent.atomic.AtomicBoolean;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.Request;

/**
 * A cell that was sent.
 *
 * @param channel on which it came and the reply goes back
 * @param received when, of {@link System#nanoTime}
 * @param interrupted whether it was interrupted, maybe before it began
 */
record Cell(Channel channel, Message message, Request.Execute request, long received, AtomicBoolean interrupted)
        implements Job {
    Cell(Channel channel, Message message, Request.Execute request) {
        this(channel, message, request, System.nanoTime(), new AtomicBoolean());
    }
}
