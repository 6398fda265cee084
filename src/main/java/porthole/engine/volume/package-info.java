/**
 * {@code docker volume …}: files that outlive the containers that use them.
 */
@NullMarked
package porthole.engine.volume;

import org.jspecify.annotations.NullMarked;
