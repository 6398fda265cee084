/**
 * Where everything stands, in pixels: order from left to right, rows, lines that go up and down; or the lines and rows of a grid. Pure.
 */
@NullMarked
package porthole.picture.layout;

import org.jspecify.annotations.NullMarked;
