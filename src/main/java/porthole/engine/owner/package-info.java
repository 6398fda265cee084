/**
 * Whose things are. An <b>owner</b> is a kernel's session; its labels are on all that it makes, for people to read. Removal
 * goes by the ids that the engine gave ({@code Belongings}), noted in the user's state folder, so that a later kernel can
 * <b>sweep</b> what a killed one left: {@code porthole.engine.Ownership} does that, since it asks all that the engine has.
 */
@NullMarked
package porthole.engine.owner;

import org.jspecify.annotations.NullMarked;
