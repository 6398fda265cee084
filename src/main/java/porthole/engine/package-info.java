/**
 * The only room that speaks to Docker. {@link porthole.engine.Docker} is the façade that cells hold, with the command line's
 * own words; {@link porthole.engine.Cluster} is several of them in one swarm. All work is done in the packages below.
 *
 * <pre>
 *  cell ─► Docker ─► .container .network .image .volume .swarm .compose   a command each: takes a spec, asks, tells
 *                         │            reads with .sandbox (exec, guests, snapshots) and .format (templates, inspections)
 *                         ▼
 *                       .api (HTTP and JSON) ─► engine ─► .answer (JSON to values and tables) ─► cell
 * </pre>
 *
 * <p>An <b>engine</b> is what {@code dockerd} is; its <b>API</b> is HTTP with JSON, in versions of which the newest that both
 * sides know is spoken. What a session made is known by {@code Ownership}, which removes it, and nothing else.
 */
@NullMarked
package porthole.engine;

import org.jspecify.annotations.NullMarked;
