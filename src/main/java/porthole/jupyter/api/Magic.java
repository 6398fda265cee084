package porthole.jupyter.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line ({@code %name arguments}) or a cell ({@code %%name arguments}, with the rest of the cell as its body) that is not
 * Java.
 */
public interface Magic {
    /** The name after the {@code %}. */
    String name();

    /** One line for {@code %magics} and for help: what it does and how it is called. */
    String summary();

    /**
     * Runs it.
     *
     * @param arguments the rest of the line, as typed, stripped
     * @param body the cell below the line for {@code %%name}; {@code null} for {@code %name}
     * @return the value to show as if it were the cell's last expression; {@code null} for none
     * @throws Exception with a sentence for the user; shown without stack trace where it is a {@link MagicException}
     */
    @Nullable
    Object run(String arguments, @Nullable String body) throws Exception;

    /**
     * Help, for Shift-Tab.
     *
     * @param line what stands behind the name
     */
    default String help(String line) {
        return summary();
    }

    /**
     * What could stand at the end of {@code line}, the text between the name and the cursor: whole words that replace
     * its last word.
     */
    default List<String> complete(String line) {
        return List.of();
    }
}
