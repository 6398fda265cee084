/**
 * {@code docker network …}: {@link porthole.engine.network.Networks} takes a spec, {@code NetworkRequest} makes it the API's
 * JSON, {@code NetworkErrors} turns a refusal into a sentence.
 */
@NullMarked
package porthole.engine.network;

import org.jspecify.annotations.NullMarked;
