/**
 * Cells over JShell: running them, keeping their values, completing and inspecting code, and stopping what does not end.
 *
 * <p>A <b>cell</b> is what a front end sends at once; a <b>snippet</b> is JShell's word for one statement, expression or
 * declaration of it.
 */
@NullMarked
package porthole.jupyter.shell;

import org.jspecify.annotations.NullMarked;
