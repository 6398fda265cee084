/**
 * What is known of a piece of Java that somebody writes. A {@link porthole.jupyter.java.reader.Sketch} is the unfinished cell
 * as a class that javac can read; a {@link porthole.jupyter.java.reader.Reading} is what javac makes of it: the members behind
 * a dot, the element at the cursor, the parameter that a literal is for. {@link porthole.jupyter.java.reader.Documentation}
 * finds the Javadoc of an element where its source is on this machine. Knows nothing of JShell.
 */
@NullMarked
package porthole.jupyter.java.reader;

import org.jspecify.annotations.NullMarked;
