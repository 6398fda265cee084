package porthole.jupyter.api;

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
    /** Java snippets that are run before the first cell, in order: mostly single-type and single static imports. */
    default List<String> startup() {
        return List.of();
    }

    /** How it shows values of types that are no {@code Displayable}, by the types' full names, so that none is loaded. */
    default Map<String, Function<Object, List<MimeBundle>>> renderings() {
        return Map.of();
    }

    /** The magics that it brings. A name that the kernel has itself is replaced, until the session is reset. */
    default List<porthole.jupyter.api.Magic> magics() {
        return List.of();
    }

    /**
     * What could stand in a string literal of a cell, by the parameter that it is written for: names of containers, say.
     * Called while a cell is written, by other threads too; it answers at once or not at all.
     *
     * @param begun what is typed so far; the answers begin with it, or with its last word where the literal is a line
     */
    default List<String> literals(Argument argument, String begun) {
        return List.of();
    }

    /** Whether {@link #literals} is to say what stands there, also where it has nothing: files are offered else. */
    default boolean hasLiterals(Argument argument) {
        return false;
    }

    /**
     * Called once when the kernel ends, however it ends short of {@code SIGKILL}: remove what cells have made. An extension
     * that a jar has brought is closed at {@code %reset}, too, and another one made.
     */
    @Override
    default void close() {}
}
