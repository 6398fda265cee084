/** The command line of Porthole: {@code kernel}, {@code install}, {@code doctor} and the rest. Nothing else lives here. */
@NullMarked
package porthole;

import org.jspecify.annotations.NullMarked;
