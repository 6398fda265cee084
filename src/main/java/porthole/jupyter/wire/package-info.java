/**
 * Jupyter's messages on ZeroMQ sockets: the connection file, the five sockets, how a message is framed and signed. What
 * ZeroMQ itself is stands in {@link porthole.jupyter.wire.zmtp}.
 *
 * <p>Each socket has one thread, which waits for what comes and hands it on. Whoever sends writes to the connection
 * itself; a cell's thread must not, since a channel closes when a thread that writes to it is interrupted, so one
 * courier thread writes for all.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol">The wire protocol</a>
 */
@NullMarked
package porthole.jupyter.wire;

import org.jspecify.annotations.NullMarked;
