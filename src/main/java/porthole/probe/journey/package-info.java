/**
 * Follows one real call: tcpdump in the namespaces of caller, host and called, counters of rules before and after,
 * connection tracking, the server's log. {@link porthole.probe.journey.Following} makes the call,
 * {@link porthole.probe.journey.Stations} puts together what was seen.
 */
@NullMarked
package porthole.probe.journey;

import org.jspecify.annotations.NullMarked;
