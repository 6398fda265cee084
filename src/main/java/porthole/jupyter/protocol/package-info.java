/**
 * Jupyter's messages as values, version 5.4 of the protocol, with no sockets in sight.
 *
 * <p>A front end sends a <b>request</b> on the shell, control or stdin <b>channel</b> and gets one <b>reply</b> there;
 * what all front ends may see (outputs, the kernel's state) is <b>published</b> on iopub. Each <b>message</b> has a
 * <b>header</b> of its own and, as <b>parent</b>, the header of the message that caused it.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">Messaging in Jupyter</a>
 */
@NullMarked
package porthole.jupyter.protocol;

import org.jspecify.annotations.NullMarked;
