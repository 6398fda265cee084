/**
 * The grammar of {@code %docker}: the command lines that the tutorial prints and that people know by heart, read with
 * picocli and turned into the same typed calls that a cell can write in Java. One class for each command.
 */
@NullMarked
package porthole.notebook.line;

import org.jspecify.annotations.NullMarked;
