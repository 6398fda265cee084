/**
 * What is wired to what, what ought to reach what, and what changed between two moments: pure functions of a
 * {@link porthole.network.Snapshot}, with no clock, no IO and no randomness.
 */
@NullMarked
package porthole.topology;

import org.jspecify.annotations.NullMarked;
