package porthole.jupyter.api;

/**
 * A parameter that a literal is written for.
 *
 * @param owner the binary name of the method's class
 * @param method its name, {@code <init>} for a constructor
 * @param parameter the parameter's name
 */
public record Argument(String owner, String method, String parameter) {}
