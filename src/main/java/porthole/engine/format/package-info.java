/**
 * The command line's forms of output: Go templates ({@code --format}), paths and searches in an inspection's JSON, and moments
 * as {@code --since} takes them.
 */
@NullMarked
package porthole.engine.format;

import org.jspecify.annotations.NullMarked;
