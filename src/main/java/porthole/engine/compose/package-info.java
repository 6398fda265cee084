/**
 * {@code docker compose}, through the installed program, with the user's file as it is.
 */
@NullMarked
package porthole.engine.compose;

import org.jspecify.annotations.NullMarked;
