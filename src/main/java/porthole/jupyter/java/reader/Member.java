package porthole.jupyter.java.reader;

/**
 * Something that could stand at the cursor.
 *
 * @param text what would be written: {@code size()}, or {@code get(} where something must follow
 * @param type {@code function}, {@code instance}, {@code class}
 * @param signature such as {@code get(int index) : String}
 */
public record Member(String text, String type, String signature) {}
