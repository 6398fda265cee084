/**
 * The only room that speaks to Docker: connection and version, commands, images, Compose, ownership, and the
 * mapper from the engine's JSON to {@link porthole.network} values.
 */
@NullMarked
package porthole.engine;

import org.jspecify.annotations.NullMarked;
