/**
 * A lesson as its author writes it: {@code lesson.yaml} beside the notebooks, found from the kernel's working directory
 * upwards, read whole, each mistake told with its line.
 */
@NullMarked
package porthole.lesson.file;

import org.jspecify.annotations.NullMarked;
