package porthole.engine.answer;

/**
 * Something that was removed.
 *
 * @param kind {@code container}, {@code network}, {@code volume}, {@code image}, {@code compose project},
 *     {@code link} for one of the host's that Linux's own commands made, or {@code endpoint} for a container that was only
 *     unplugged
 * @param name its name
 */
public record Removed(String kind, String name) {}
