/**
 * CurveZMQ, the encryption of ZeroMQ, for the kernel's own ZMTP. The cryptography and its handshake are JeroMQ's; here is
 * only what lets its mechanism work on a connection that JeroMQ does not hold. The classes of this package, and with them
 * JeroMQ's, are loaded only if a connection file has keys.
 *
 * <pre>
 *   connection file ──► CurveServer ──► CurveMechanism, one a connection ──► JeroMQ's CurveServerMechanism
 * </pre>
 *
 * @see <a href="https://rfc.zeromq.org/spec/26/">CurveZMQ</a>
 */
@NullMarked
package porthole.jupyter.wire.curve;

import org.jspecify.annotations.NullMarked;
