package porthole.engine.answer;

/**
 * Something that was removed, as {@code lab.reset()} and {@code ./porthole clean} list it.
 *
 * @param kind {@code container}, {@code network}, {@code volume}, {@code image}, {@code service}, {@code swarm} (the
 *     engine left it), {@code cluster}, {@code host} (of a cluster), {@code link} (a network link on the engine's
 *     host), or {@code endpoint} (a container was disconnected from a network and was not removed itself)
 * @param name its name; of an endpoint, the names of the container and the network
 */
public record Removed(String kind, String name) {}
