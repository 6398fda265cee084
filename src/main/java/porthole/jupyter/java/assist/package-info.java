/**
 * Completion, Shift-Tab and whether a cell is complete, as far as they know the session; {@code jupyter.java.reader} knows
 * Java.
 */
@NullMarked
package porthole.jupyter.java.assist;

import org.jspecify.annotations.NullMarked;
