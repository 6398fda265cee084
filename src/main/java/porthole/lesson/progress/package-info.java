/** What a learner has done so far, kept on their own machine: a file for each lesson, which several kernels may write. */
@NullMarked
package porthole.lesson.progress;

import org.jspecify.annotations.NullMarked;
