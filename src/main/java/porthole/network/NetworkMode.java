package porthole.network;

/**
 * With which kind of network a container was started ({@code docker run --network …}). Docker's API calls it
 * {@code HostConfig.NetworkMode}. It stays the same if the container is connected to further networks later.
 */
public sealed interface NetworkMode {
    /** The default bridge: no {@code --network} was given. */
    record DefaultBridge() implements NetworkMode {}

    /** {@code --network host}: no network namespace of its own, but the host's interfaces, addresses and ports. */
    record Host() implements NetworkMode {}

    /** {@code --network none}: a network namespace with only the loopback interface {@code lo}. */
    record None() implements NetworkMode {}

    /**
     * {@code --network container:NAME}: the network namespace of another container.
     *
     * @param container that container's id
     */
    record OfContainer(String container) implements NetworkMode {}

    /**
     * A network that someone created.
     *
     * @param network its name, or its id if that was given
     */
    record Named(String network) implements NetworkMode {}

    /**
     * Reads the value of {@code HostConfig.NetworkMode}.
     *
     * @param mode as the engine gives it; empty text and {@code default} mean the default bridge
     */
    static NetworkMode of(String mode) {
        return switch (mode) {
            case "", "default", "bridge" -> new DefaultBridge();
            case "host" -> new Host();
            case "none" -> new None();
            default ->
                mode.startsWith("container:")
                        ? new OfContainer(mode.substring("container:".length()))
                        : new Named(mode);
        };
    }
}
