/**
 * The submissions of a class: each runs in an enclosure of its own, what its exercises expect is measured from beside it, and
 * the points, the page of the class and a notebook with feedback for each are written.
 */
@NullMarked
package porthole.lesson.grade;

import org.jspecify.annotations.NullMarked;
