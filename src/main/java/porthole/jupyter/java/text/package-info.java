/**
 * Java text as it is typed, also broken: tokens, kinds of snippets, where lines stand.
 */
@NullMarked
package porthole.jupyter.java.text;

import org.jspecify.annotations.NullMarked;
