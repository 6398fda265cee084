/**
 * What a picture tells, in words already chosen and shortened, with no place yet for anything; also as text and as a table.
 */
@NullMarked
package porthole.picture.story;

import org.jspecify.annotations.NullMarked;
