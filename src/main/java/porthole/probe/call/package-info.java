/**
 * One call from one place to another: who calls, what is called, and what a guest in the caller's sandbox has found.
 */
@NullMarked
package porthole.probe.call;

import org.jspecify.annotations.NullMarked;
