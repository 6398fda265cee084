/**
 * Packets as tcpdump wrote them, taken apart: Ethernet, IP, UDP, VXLAN.
 */
@NullMarked
package porthole.engine.capture;

import org.jspecify.annotations.NullMarked;
