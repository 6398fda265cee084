/**
 * What turns a notebook into a lesson: a chapter that brings the engine to where it starts, and a bridge that is built by
 * hand, one command at a time; in the packages below the lesson's file, its questions, and its exercises. Knows the engine
 * and the pictures, but not the kernel: who asks a person a question is handed in.
 */
@NullMarked
package porthole.lesson;

import org.jspecify.annotations.NullMarked;
