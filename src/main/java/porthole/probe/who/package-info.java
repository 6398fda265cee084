/**
 * Who answers at an address: found by connections held open, and by datagrams counted.
 */
@NullMarked
package porthole.probe.who;

import org.jspecify.annotations.NullMarked;
