package porthole.network;

/**
 * How a container was given its sandbox ({@code docker run --network …}). The word "mode" is Docker's
 * ({@code HostConfig.NetworkMode}); a container may be connected to further networks later, the mode stays.
 */
public sealed interface NetworkMode {
    /** The default bridge. */
    record DefaultBridge() implements NetworkMode {}

    /** No sandbox of its own: the host's interfaces, addresses and ports. */
    record Host() implements NetworkMode {}

    /** A sandbox with nothing but {@code lo}. */
    record None() implements NetworkMode {}

    /**
     * Another container's sandbox.
     *
     * @param container that container's id
     */
    record OfContainer(String container) implements NetworkMode {}

    /**
     * A network that someone created.
     *
     * @param network its name (or id, where it was given so)
     */
    record Named(String network) implements NetworkMode {}

    /** Reads the engine's {@code HostConfig.NetworkMode}. An empty one means the default bridge. */
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
