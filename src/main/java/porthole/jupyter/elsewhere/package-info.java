/**
 * Porthole's values inside other Java kernels, each through that kernel's own way of showing a library's values. A value
 * ({@link porthole.display.Displayable}) goes to {@link porthole.jupyter.elsewhere.JJavaDisplays},
 * {@link porthole.jupyter.elsewhere.IJavaDisplays} or {@link porthole.jupyter.elsewhere.RapaioDisplays}, which hands its
 * first output to that kernel. docs/elsewhere.md says what a user types.
 */
@NullMarked
package porthole.jupyter.elsewhere;

import org.jspecify.annotations.NullMarked;
