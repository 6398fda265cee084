package porthole.jupyter.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line ({@code %name arguments}) or a cell ({@code %%name arguments}, with the rest of the cell as its body) in
 * another language than Java.
 */
public interface Magic {
    /** Gives the name after the {@code %}. */
    String name();

    /** Gives one line for {@code %magics} and for help: what the magic does and how it is called. */
    String summary();

    /**
     * Runs the magic.
     *
     * @param arguments the rest of the line as it was typed, without blanks at its ends
     * @param body the cell below the line for {@code %%name}; {@code null} for {@code %name}
     * @return the value to show as if it were the cell's last expression; {@code null} for none
     * @throws MagicException with a sentence for the reader, shown without a stack trace, if the line or the body
     *     cannot be used
     * @throws Exception any other failure, shown as an exception of a cell is
     */
    @Nullable
    Object run(String arguments, @Nullable String body) throws Exception;

    /**
     * Gives help for the tooltip (Shift-Tab).
     *
     * @param line what is typed after the name
     * @return plain text
     */
    default String help(String line) {
        return summary();
    }

    /**
     * Suggests what could be typed next.
     *
     * @param line the text between the name and the cursor
     * @return whole words that replace the last word of {@code line}
     */
    default List<String> complete(String line) {
        return List.of();
    }
}
