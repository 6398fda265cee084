package porthole.engine.answer;

/**
 * A line of an inspection that a search has found.
 *
 * @param path where in the JSON it is: {@code NetworkSettings.Networks.shop.IPAddress}
 * @param line the line as {@code docker inspect} prints it, without its indent: {@code "IPAddress": "10.9.0.2"}
 */
public record Hit(String path, String line) {}
