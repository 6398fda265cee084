package porthole.network;

/**
 * The machine on which an engine runs.
 *
 * @param name its host name, as {@code docker info} shows it
 * @param engineVersion the engine's version, as in {@code 20.10.24}
 * @param apiVersion the version of the engine's API that is used with it, as in {@code 1.41}
 */
public record Host(String name, String engineVersion, String apiVersion) {}
