/**
 * The Java kernel: what a Jupyter front end speaks to. Knows nothing of Docker; the host adds words and magics
 * through {@link porthole.jupyter.Extension}.
 */
@NullMarked
package porthole.jupyter;

import org.jspecify.annotations.NullMarked;
