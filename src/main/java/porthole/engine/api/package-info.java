/**
 * The way to an engine and back: where it listens ({@code EngineAddress}), over a socket, TLS or SSH ({@code Connections},
 * {@code Tls}, {@code Relay}), in which version of the API ({@code Versions}), as a request with a path ({@code Query}) and a
 * body ({@code EngineJson}). A refusal becomes an {@link porthole.engine.api.EngineException} with one sentence.
 *
 * <p>A <b>notice</b> is what is told beside a result: the {@code docker …} line that a call equals, a warning of the engine, how
 * far a download is.
 */
@NullMarked
package porthole.engine.api;

import org.jspecify.annotations.NullMarked;
