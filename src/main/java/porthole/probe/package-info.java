/**
 * Asks the live network: who reaches whom and why not, who answered, how it is wired, which way one call took.
 * {@link porthole.probe.Probe} is the façade; each question has a package.
 *
 * <p>What it looks with are <b>guests</b> ({@link porthole.engine.sandbox.Guests}): short-lived containers of our own that share the
 * sandbox of the one in question, so that a container without any tool can be asked too. What they see is measured, what
 * {@link porthole.topology.Reachability} says is predicted; where the two differ, what was measured counts.
 */
@NullMarked
package porthole.probe;

import org.jspecify.annotations.NullMarked;
