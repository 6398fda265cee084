package porthole.jupyter;

import porthole.jupyter.api.Cancellation;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.Request;

/**
 * A cell that was sent.
 *
 * @param channel on which it came and the reply goes back
 * @param received when, of {@link System#nanoTime}
 * @param cancellation whether it is to end, maybe before it began
 */
record ExecuteJob(Channel channel, Message message, Request.Execute request, long received, Cancellation cancellation)
        implements Job {
    public ExecuteJob(Channel channel, Message message, Request.Execute request) {
        this(channel, message, request, System.nanoTime(), new Cancellation());
    }
}
