/**
 * What Docker networking is made of, as pure values that are valid once built.
 *
 * <p>A <b>network</b> is what containers are plugged into, made by a <b>driver</b>. An <b>endpoint</b> is one
 * plug: the place where one container meets one network, with an address and an interface. A
 * <b>sandbox</b> is a container's own network namespace, which holds its interfaces. A <b>gateway</b> is the
 * address through which a network leaves. The <b>scope</b> says how far a network reaches: one host, or a swarm.
 */
@NullMarked
package porthole.network;

import org.jspecify.annotations.NullMarked;
