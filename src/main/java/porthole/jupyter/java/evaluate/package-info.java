/**
 * From text to a value: expressions on the short way, all else through JShell; what is kept and what is told of it.
 */
@NullMarked
package porthole.jupyter.java.evaluate;

import org.jspecify.annotations.NullMarked;
