/**
 * {@code docker swarm}, {@code node} and {@code service}: engines that are one cluster, and what it keeps running on them.
 */
@NullMarked
package porthole.engine.swarm;

import org.jspecify.annotations.NullMarked;
