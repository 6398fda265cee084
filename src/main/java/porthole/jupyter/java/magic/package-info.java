/**
 * Magics about Java and the session: {@code %time}, {@code %history}, {@code %jshell}, {@code %classpath} and their like.
 */
@NullMarked
package porthole.jupyter.java.magic;

import org.jspecify.annotations.NullMarked;
