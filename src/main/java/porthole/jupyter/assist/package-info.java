/**
 * What is known of a piece of Java that somebody writes. A {@link porthole.jupyter.assist.Sketch} is the unfinished cell
 * as a class that javac can read; a {@link porthole.jupyter.assist.Reading} is what javac makes of it: the members behind
 * a dot, the element at the cursor, the parameter that a literal is for. {@link porthole.jupyter.assist.Documentation}
 * finds the Javadoc of an element where its source is on this machine. Knows nothing of JShell.
 */
@NullMarked
package porthole.jupyter.assist;

import org.jspecify.annotations.NullMarked;
