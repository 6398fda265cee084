/**
 * Who reaches whom, measured: one guest enters all namespaces and calls all others at once.
 */
@NullMarked
package porthole.probe.matrix;

import org.jspecify.annotations.NullMarked;
