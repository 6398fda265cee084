/**
 * What an engine answers, as values: {@code Mapper} makes {@link porthole.network} values and the records here from JSON, and
 * nulls stop there; {@code Tables} shows lists with the command line's columns.
 */
@NullMarked
package porthole.engine.answer;

import org.jspecify.annotations.NullMarked;
