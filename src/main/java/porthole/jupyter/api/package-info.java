/**
 * What a language and an extension implement, and the values that they exchange with the kernel. A cell goes from the
 * kernel to {@link porthole.jupyter.api.Interpreter#run} with its {@link porthole.jupyter.api.Outputs}, which carry its
 * {@link porthole.jupyter.api.Cancellation}, and comes back as an {@link porthole.jupyter.api.Outcome}. An
 * {@link porthole.jupyter.api.Extension} brings {@linkplain porthole.jupyter.api.Magic magics}, renderings and
 * completions. The names follow Jupyter's protocol (jupyter-client, "Messaging in Jupyter", version 5).
 */
@NullMarked
package porthole.jupyter.api;

import org.jspecify.annotations.NullMarked;
