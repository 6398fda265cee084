/**
 * The kernel: what a Jupyter front end speaks to. Knows neither Docker nor Java: a language implements
 * {@link porthole.jupyter.api.Interpreter}, a host adds words and magics through {@link porthole.jupyter.api.Extension}.
 *
 * <pre>
 *  front end ─► .wire (sockets, signature) ─► .protocol (messages as values) ─► Session ─► Execution ─► .api Interpreter
 * </pre>
 */
@NullMarked
package porthole.jupyter;

import org.jspecify.annotations.NullMarked;
