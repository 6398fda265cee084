/** What a lesson expects of the network, as its author writes it, and how it is measured. */
@NullMarked
package porthole.lesson.expect;

import org.jspecify.annotations.NullMarked;
