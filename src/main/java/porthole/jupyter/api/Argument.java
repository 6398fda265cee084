package porthole.jupyter.api;

/**
 * The parameter for which a string literal of a cell is written, for completion.
 *
 * @param owner the binary name of the class that has the method
 * @param method the method's name, {@code <init>} for a constructor
 * @param parameter the parameter's name
 */
public record Argument(String owner, String method, String parameter) {}
