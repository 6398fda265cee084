/**
 * A cell that runs: its classes, defined and woven (checks that make them stoppable, calls that the notebook answers, static
 * state that a new class takes over), its threads, its streams, its interrupt, and its errors as the person reads them.
 *
 * <p>A {@code CellRuntime} is what the cells of one interpreter share; it ends with its interpreter.
 */
@NullMarked
package porthole.jupyter.java.run;

import org.jspecify.annotations.NullMarked;
