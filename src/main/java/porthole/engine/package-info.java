/**
 * The only room that speaks to Docker: connection and version, commands, images, Compose, ownership, and the
 * mapper from the engine's JSON to {@link porthole.network} values.
 *
 * <p>An <b>engine</b> is what {@code dockerd} is; its <b>API</b> is HTTP with JSON, in versions of which the
 * newest that both sides know is spoken. An <b>owner</b> is a kernel's session; its labels are on all that it makes, so that
 * {@code reset} finds it and a later kernel can <b>sweep</b> what a killed one left. A <b>stand-in</b> is an image of our own
 * for a well-known one where no <b>hub</b> (registry) answers. A <b>notice</b> is what is told beside a result: the
 * {@code docker …} line that a call equals, a warning of the engine, how far a download is.
 *
 * <p>Way through: {@link porthole.engine.Docker} and {@link porthole.engine.Networks} take a spec, {@code Api} asks,
 * {@code Mapper} makes values, {@code NetworkErrors} and {@code RunErrors} turn a refusal into a sentence.
 */
@NullMarked
package porthole.engine;

import org.jspecify.annotations.NullMarked;
