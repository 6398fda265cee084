package porthole.jupyter.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import porthole.display.MimeBundle;

/**
 * What is added to the bare Java kernel: words, magics, how values are shown, completions, and an end. A jar names its
 * extension in {@code META-INF/services}, as {@link java.util.ServiceLoader} reads it: the kernel's own jar that of the
 * Docker words, a notebook's jars theirs, which are installed as soon as they are added ({@code docs/extending.md}). The
 * class is public and has a public constructor without parameters.
 *
 * <p>The kernel calls it from the thread that runs cells, so an extension needs no locks of its own.
 */
public interface Extension extends AutoCloseable {
    /**
     * Gives Java snippets that are run before the first cell, in this order: mostly single-type and single static
     * imports.
     */
    default List<String> startup() {
        return List.of();
    }

    /**
     * Gives the words that {@link #startup} imports, grouped by what one wants to do; {@code %help} lists them. It is
     * asked each time, so titles and lines can follow the reader's language.
     */
    default List<WordGroup> words() {
        return List.of();
    }

    /**
     * Gives how values of types are shown that do not implement {@code Displayable}.
     *
     * @return by the type's full name (a name, so that the type is not loaded), a function from a value to its outputs
     */
    default Map<String, Function<Object, List<MimeBundle>>> renderings() {
        return Map.of();
    }

    /**
     * Gives the magics of the extension. One with the name of a magic of the kernel replaces it until the session is
     * reset.
     */
    default List<Magic> magics() {
        return List.of();
    }

    /**
     * Suggests what could be in a string literal of a cell, such as names of containers. It is called while a cell is
     * typed, also from other threads; it must answer at once, with an empty list if it cannot.
     *
     * @param argument the parameter for which the literal is written
     * @param begun what is typed so far
     * @return suggestions that begin with {@code begun}, or with its last word if the literal is a command line
     */
    default List<String> literals(Argument argument, String begun) {
        return List.of();
    }

    /**
     * Whether only {@link #literals} suggests what goes into this parameter's literal, even if it has nothing;
     * otherwise files are suggested.
     *
     * @param argument the parameter for which the literal is written
     */
    default boolean hasLiterals(Argument argument) {
        return false;
    }

    /** Whether {@link #cellBegins} and {@link #cellEnds} are to be called for the next cell. */
    default boolean hearsCells() {
        return false;
    }

    /**
     * Hears that a cell begins, on the cell's own thread. What it throws ends the cell.
     *
     * @param code the cell's text
     */
    default void cellBegins(String code) {}

    /**
     * Hears that the cell is over; on the cell's own thread, unless the cell was interrupted.
     *
     * @param failed whether it ended with an error or was interrupted
     */
    default void cellEnds(boolean failed) {}

    /**
     * Runs a shell command of a cell, or does something in its place.
     *
     * @param script what bash would run
     * @param out shows standard output
     * @param err shows standard error
     * @param command runs it as it would be run without this extension
     * @return the exit code
     * @throws IOException if the command cannot be run
     * @throws InterruptedException if the cell is interrupted
     */
    default int shell(String script, OutputStream out, OutputStream err, ShellCommand command)
            throws IOException, InterruptedException {
        return command.run(out, err);
    }

    /**
     * Removes what cells have made. It is called once when the kernel ends, unless it is ended by {@code SIGKILL}; an
     * extension that a jar has brought is closed at {@code %reset}, too, and made anew.
     */
    @Override
    default void close() {}
}
