/** What a learner gets of a lesson: its notebooks without solutions and hidden tests, its file without what tells the answers. */
@NullMarked
package porthole.lesson.handout;

import org.jspecify.annotations.NullMarked;
