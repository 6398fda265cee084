/**
 * Java for cells: JShell in this process. A <b>cell</b> is what a front end sends at once; a <b>snippet</b> is JShell's word
 * for one statement, expression or declaration of it.
 *
 * <pre>
 *  cell ─► .text (cut up) ─► .names (imports) ─► .evaluate (javac, JShell) ─► .run (classes, threads, output)
 *                                                       errors ◄─ .run.Traceback, .advice
 * </pre>
 *
 * <p>Beside the way: {@code .assist} and {@code .reader} complete and explain, {@code .show} shows values, {@code .magic} and
 * {@code .maven} are the magics, {@code .words} what cells call by name.
 */
@NullMarked
package porthole.jupyter.java;

import org.jspecify.annotations.NullMarked;
