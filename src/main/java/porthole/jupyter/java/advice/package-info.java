/**
 * What to do about an error: one sentence for each of the mistakes that people make most, in the reader's language.
 *
 * <p>A {@link porthole.jupyter.java.advice.Rule} recognises a mistake by the compiler's code or the exception's class and by
 * the message's English text, and names its sentence in {@code sentences.properties}. To teach one more mistake, add a
 * rule and its sentence. Nothing here knows JShell: what is declared in the session comes as
 * {@link porthole.jupyter.java.advice.DeclaredNames}.
 */
@NullMarked
package porthole.jupyter.java.advice;

import org.jspecify.annotations.NullMarked;
