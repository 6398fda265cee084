/**
 * Line magics ({@code %name}) and cell magics ({@code %%name}): what stands in a cell and is not Java. The names are
 * IPython's. Those that know Java or the session ({@code %time}, {@code %jars}, {@code %history}) are in {@code
 * porthole.jupyter.java.magic}.
 */
@NullMarked
package porthole.jupyter.magic;

import org.jspecify.annotations.NullMarked;
