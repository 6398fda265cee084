/**
 * Artifacts of Maven repositories for cells: {@code %maven}, {@code %mavenRepo} and {@code %loadFromPOM}.
 *
 * <p>{@link porthole.jupyter.java.maven.Resolver} and what stands behind it are the only classes that know Maven's
 * resolver; they are loaded by the first artifact that {@link porthole.jupyter.java.maven.Remembered} does not know.
 */
@NullMarked
package porthole.jupyter.java.maven;

import org.jspecify.annotations.NullMarked;
