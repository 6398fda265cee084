/**
 * Classes of cells as bytes and as what the JVM holds: what cells see and are compiled against, and the JVM's leave
 * ({@code Agent}) to give a loaded class new code.
 */
@NullMarked
package porthole.jupyter.java.classes;

import org.jspecify.annotations.NullMarked;
