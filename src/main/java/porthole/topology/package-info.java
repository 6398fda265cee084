/**
 * What is wired to what, what ought to reach what, and what changed between two moments: pure functions of a
 * {@link porthole.network.Snapshot}, with no clock, no IO and no randomness.
 *
 * <p>A <b>band</b> is a network as a picture shows it, a <b>box</b> a container, a <b>leg</b> an endpoint between the
 * two. A box's <b>standing</b> says where it gets its network from. A <b>group</b> is a set of boxes that legs and bands
 * hold together: between two groups there is no way across.
 */
@NullMarked
package porthole.topology;

import org.jspecify.annotations.NullMarked;
