/**
 * A notebook's own charts of JFreeChart as SVG and PNG.
 */
@NullMarked
package porthole.picture.chart;

import org.jspecify.annotations.NullMarked;
