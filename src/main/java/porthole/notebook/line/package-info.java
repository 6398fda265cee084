/**
 * The grammar of {@code %docker}: the command lines that the tutorial prints and that people know by heart, read with
 * picocli and turned into the same typed calls that a cell can write in Java. {@link porthole.engine.flag.FlagTable} has the
 * flags of each command, a {@code …Lines} class for each group what they do, and {@code Grammar} builds the one command
 * that a line names.
 */
@NullMarked
package porthole.notebook.line;

import org.jspecify.annotations.NullMarked;
