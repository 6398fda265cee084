/**
 * Something to look at: {@link porthole.picture.Picture} of one engine, and its kin for a cluster, a matrix, cables by hand,
 * packets, and the way of one call ({@link porthole.picture.JourneyPicture}). All of them can be dark, have another
 * width, and be written to files.
 *
 * <pre>
 *  topology ─► .story (what to tell, in words) ─► .layout (where it goes) ─► .drawing (shapes) ─► .form (SVG, PNG) ─► cell
 * </pre>
 *
 * <p>An engine's picture has two forms. What fits one row is drawn as boxes that hang from their networks
 * ({@code Layout}); what does not, or would need a line through another's band, as a grid ({@code GridLayout}): networks as
 * lines, containers as rows, a dot where they meet. No two things of a grid can overlap, and nothing is drawn twice.
 *
 * <p>The same input gives the same bytes: no clock, no randomness, and the widths of letters come from a table.
 */
@NullMarked
package porthole.picture;

import org.jspecify.annotations.NullMarked;
