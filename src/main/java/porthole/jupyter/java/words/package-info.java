/**
 * Words of every cell: show a value, replace it, ask, draw a bar.
 */
@NullMarked
package porthole.jupyter.java.words;

import org.jspecify.annotations.NullMarked;
