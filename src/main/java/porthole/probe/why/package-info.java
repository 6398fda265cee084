/**
 * Why a call arrives or not: a <b>ladder</b> of conditions, each tried for real, from the ground up; the rule that drops; and
 * repairs, which are offered only if they were tried or are predicted to lead further.
 */
@NullMarked
package porthole.probe.why;

import org.jspecify.annotations.NullMarked;
