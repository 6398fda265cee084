/**
 * What a language and an extension implement, and the values that pass between them and the kernel.
 */
@NullMarked
package porthole.jupyter.api;

import org.jspecify.annotations.NullMarked;
