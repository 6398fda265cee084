package porthole.jupyter;

import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.Request;

/**
 * A cell that was sent.
 *
 * @param channel on which it came and the reply goes back
 */
record Cell(Channel channel, Message message, Request.Execute request) implements Job {}
