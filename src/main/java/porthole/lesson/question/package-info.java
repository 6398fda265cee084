/** Questions that are asked before the engine answers: what the learner predicts, and what then came true. */
@NullMarked
package porthole.lesson.question;

import org.jspecify.annotations.NullMarked;
