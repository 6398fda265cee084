/**
 * The flags of the command line. A {@link porthole.engine.flag.FlagTable} is all that one command takes; parsing, help,
 * completion, the request's JSON and the echo of a typed call come from it, through {@code Settings}.
 */
@NullMarked
package porthole.engine.flag;

import org.jspecify.annotations.NullMarked;
