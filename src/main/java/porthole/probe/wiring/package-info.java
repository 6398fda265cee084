/**
 * Cables, interfaces and routes as Linux has them, and the commands that would build the same without Docker.
 */
@NullMarked
package porthole.probe.wiring;

import org.jspecify.annotations.NullMarked;
