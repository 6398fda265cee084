/**
 * A story, laid out, as shapes: networks, boxes, ports, grids, hosts side by side, the field of a matrix.
 */
@NullMarked
package porthole.picture.drawing;

import org.jspecify.annotations.NullMarked;
