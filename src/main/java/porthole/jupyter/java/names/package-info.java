/**
 * Which names a cell sees: the default imports, the session's words, and which of two meanings is the newest.
 */
@NullMarked
package porthole.jupyter.java.names;

import org.jspecify.annotations.NullMarked;
