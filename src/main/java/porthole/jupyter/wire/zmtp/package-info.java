/**
 * ZeroMQ's protocol, as far as a kernel needs it: <a href="https://rfc.zeromq.org/spec/23/">ZMTP 3.0</a> with the
 * mechanism NULL or another that is handed in, on the side that listens. Knows nothing of Jupyter.
 *
 * <ul>
 *   <li>A <em>frame</em> is a length and bytes; a <em>message</em> is one frame or more; a <em>command</em> is a frame
 *       that the two ends say to each other and nobody else sees.
 *   <li>A connection begins with a <em>greeting</em> of 64 bytes from both ends, then with the command {@code READY},
 *       which names the kind of socket and, if it wants one, its <em>identity</em>.
 *   <li>A {@link porthole.jupyter.wire.zmtp.Router} tells its connections apart and sends each message to one of them; a
 *       {@link porthole.jupyter.wire.zmtp.Publisher} sends each to those that have <em>subscribed</em> to how it begins.
 * </ul>
 *
 * <p>Why not a library: the one in Java without native code, JeroMQ 0.6.0, passes each message through two threads of its
 * own and a pipe between each, which was most of what a round trip to the kernel took; it has no Unix sockets; and of two
 * connections of one identity it serves only the newer. libzmq is the other
 * end in the kernel's checks. The figures are in {@code docs/decisions/own-zmtp.md}.
 */
@NullMarked
package porthole.jupyter.wire.zmtp;

import org.jspecify.annotations.NullMarked;
