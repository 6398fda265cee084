/**
 * Reads a lesson as an editor would: the notebooks of all its languages beside the lesson file, first as they are written, then
 * as a run in a real kernel shows them. Says of each finding where it is, what is wrong and what to do.
 */
@NullMarked
package porthole.lesson.review;

import org.jspecify.annotations.NullMarked;
