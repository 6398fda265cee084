/**
 * Jupyter's messages on ZeroMQ sockets: the connection file, the five sockets, how a message is framed and signed. The
 * only room that knows JeroMQ.
 *
 * <p>Each socket belongs to one thread, which waits on the socket and on an inner pipe at once; whoever has something to
 * send puts it into the pipe. A cell's thread must not even do that: ZeroMQ's pipes break for ever when a thread that
 * writes to them is interrupted, so one courier thread writes for all.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol">The wire protocol</a>
 */
@NullMarked
package porthole.jupyter.wire;

import org.jspecify.annotations.NullMarked;
