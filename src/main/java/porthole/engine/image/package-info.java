/**
 * {@code docker images} and {@code docker pull}, also from one engine to another. A <b>stand-in</b> is an image of our own
 * for a well-known one where no <b>hub</b> (registry) answers.
 */
@NullMarked
package porthole.engine.image;

import org.jspecify.annotations.NullMarked;
