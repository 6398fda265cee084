/**
 * Shapes, letters and colours, and the forms in which a drawing leaves: SVG and PNG, both through JFreeChart.
 */
@NullMarked
package porthole.picture.form;

import org.jspecify.annotations.NullMarked;
