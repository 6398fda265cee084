/**
 * The words that a cell sees, and the magics that speak Docker: the only room where kernel and Docker meet.
 */
@NullMarked
package porthole.notebook;

import org.jspecify.annotations.NullMarked;
