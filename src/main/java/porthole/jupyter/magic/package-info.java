/**
 * Line magics ({@code %name}) and cell magics ({@code %%name}): what stands in a cell and is not Java. The names are
 * IPython's.
 */
@NullMarked
package porthole.jupyter.magic;

import org.jspecify.annotations.NullMarked;
