/** Exercises that the network marks: the scene, the measured expectations, hints, the solution, and the learner's progress. */
@NullMarked
package porthole.lesson.exercise;

import org.jspecify.annotations.NullMarked;
