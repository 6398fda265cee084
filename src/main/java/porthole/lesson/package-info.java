/**
 * What turns a notebook into a lesson: a chapter that brings the engine to where it starts, predictions that are asked
 * for and compared with what the engine does, and a bridge that is built by hand, one command at a time. Knows the
 * engine and the pictures, but not the kernel: who asks a person a question is handed in.
 */
@NullMarked
package porthole.lesson;

import org.jspecify.annotations.NullMarked;
