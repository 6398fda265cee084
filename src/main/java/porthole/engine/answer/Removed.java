package porthole.engine.answer;

/**
 * Something that was removed from the engine, as {@code lab.reset()} and {@code porthole clean} list it.
 *
 * @param kind {@code container}, {@code network}, {@code volume}, {@code image}, {@code service}, {@code swarm} (the engine
 *     left it), {@code cluster}, {@code host} of a cluster, {@code link} for a network link that Linux's own commands made
 *     on the engine's host, or {@code endpoint} for a container that was only disconnected from a network
 * @param name its name; of an endpoint the container's and the network's
 */
public record Removed(String kind, String name) {}
