/**
 * From topology to picture: layout (pure, deterministic), drawing through JFreeChart, and the forms in which a
 * picture leaves: SVG, PNG, text, table.
 */
@NullMarked
package porthole.picture;

import org.jspecify.annotations.NullMarked;
