package porthole.engine.answer;

/**
 * A line of an inspection that matches a search.
 *
 * @param path where it stands: {@code NetworkSettings.Networks.shop.IPAddress}
 * @param line the line as {@code docker inspect} prints it, without its indent: {@code "IPAddress": "10.9.0.2"}
 */
public record Hit(String path, String line) {}
