/**
 * How a value shows itself: as a {@link porthole.display.MimeBundle}, the field's word for one value in
 * several MIME types, of which a front end takes the richest that it knows.
 *
 * <p>The lowest room. It holds no picture and no Docker: only bundles, tables, and the sentences that
 * other rooms say in the reader's language.
 */
@NullMarked
package porthole.display;

import org.jspecify.annotations.NullMarked;
