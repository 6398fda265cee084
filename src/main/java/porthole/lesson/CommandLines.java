package porthole.lesson;

/** Who reads and does a command line as it is typed after {@code docker}. */
@FunctionalInterface
public interface CommandLines {
    /** Does what {@code line} says; throws what the same line in a cell does. */
    void run(String line);
}
