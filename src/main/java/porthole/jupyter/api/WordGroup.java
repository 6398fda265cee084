package porthole.jupyter.api;

import java.util.List;

/**
 * Words that cells can use without an import, grouped by what one wants to do with them. {@code %help} lists the groups.
 *
 * @param title what one wants to do, in the reader's language, as in {@code See the network}
 * @param words at least one, the most used first
 */
public record WordGroup(String title, List<Word> words) {
    public WordGroup {
        words = List.copyOf(words);
    }

    /**
     * One word.
     *
     * @param name the word, as a cell writes it
     * @param line what it does or is, in one sentence in the reader's language
     * @param example one line of Java that uses it
     */
    public record Word(String name, String line, String example) {}
}
