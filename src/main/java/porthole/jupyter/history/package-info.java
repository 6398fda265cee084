/**
 * The cells that were run, in this session and in earlier ones: what a front end's arrow keys and {@code %history -g}
 * bring back.
 */
@NullMarked
package porthole.jupyter.history;

import org.jspecify.annotations.NullMarked;
