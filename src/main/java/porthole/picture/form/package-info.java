/**
 * Shapes, letters and colours, and the forms in which a drawing leaves: SVG, PNG and PDF, all through JFreeChart.
 */
@NullMarked
package porthole.picture.form;

import org.jspecify.annotations.NullMarked;
