/**
 * {@code docker run} and all other words about containers, and those about images that name a container or a tag:
 * a spec ({@link porthole.engine.container.RunSpec}), its request, its command, its errors.
 */
@NullMarked
package porthole.engine.container;

import org.jspecify.annotations.NullMarked;
