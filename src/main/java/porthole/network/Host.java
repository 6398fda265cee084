package porthole.network;

/**
 * The machine of an engine.
 *
 * @param name its hostname, as {@code docker info} tells it
 * @param engineVersion {@code 20.10.24}
 * @param apiVersion the API version in use with it: {@code 1.41}
 */
public record Host(String name, String engineVersion, String apiVersion) {}
