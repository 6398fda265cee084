/**
 * Something to look at: {@link porthole.picture.Picture} of one engine, and its kin for a cluster, a matrix, cables by hand
 * and packets.
 *
 * <pre>
 *  topology ─► .story (what to tell, in words) ─► .layout (where it goes) ─► .drawing (shapes) ─► .form (SVG, PNG) ─► cell
 * </pre>
 *
 * <p>The same input gives the same bytes: no clock, no randomness, and the widths of letters come from a table.
 */
@NullMarked
package porthole.picture;

import org.jspecify.annotations.NullMarked;
