/**
 * How any Java value is shown: {@link porthole.jupyter.java.show.Values} looks for a rendering by the value's types, nearest
 * first, and what has none is shown as text.
 *
 * <p>All of it is bounded, since a cell's value may be endless, contain itself, or be as large as memory. To show one
 * more type well, add a rendering and its line in {@code BuiltIn}.
 */
@NullMarked
package porthole.jupyter.java.show;

import org.jspecify.annotations.NullMarked;
