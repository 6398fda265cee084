/**
 * What a learner is asked: what they predict before the engine answers, and what then came true; quizzes before and after a
 * section.
 */
@NullMarked
package porthole.lesson.question;

import org.jspecify.annotations.NullMarked;
