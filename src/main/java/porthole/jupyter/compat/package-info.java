/**
 * What the kernels IJava and JJava have in common for the notebooks and libraries that were written for them. Their own
 * names ({@code io.github.spencerpark…}, {@code org.dflib.jjava…}) are thin classes over these.
 */
@NullMarked
package porthole.jupyter.compat;

import org.jspecify.annotations.NullMarked;
