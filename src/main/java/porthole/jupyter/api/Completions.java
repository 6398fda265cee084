package porthole.jupyter.api;

import java.util.List;

/**
 * What could be typed at the cursor: Jupyter's {@code complete_reply}. The kernel converts positions to the code points
 * that the protocol counts.
 *
 * @param items the suggestions, in the order in which they are offered; empty if there are none
 * @param start the index in the code, in UTF-16 units, at which the text begins that an item replaces
 * @param end the index after the last unit that an item replaces
 */
public record Completions(List<Item> items, int start, int end) {
    public Completions {
        items = List.copyOf(items);
    }

    /**
     * One suggestion.
     *
     * @param text the text that replaces the range
     * @param type {@code function}, {@code class}, {@code instance}, {@code keyword}, {@code magic} or {@code path}, for the
     *     front end's icon (the types that JupyterLab knows); empty if none fits
     * @param signature the declaration that the front end shows, such as {@code get(int index) : String}; empty if it is
     *     not known
     */
    public record Item(String text, String type, String signature) {
        /**
         * Makes a suggestion without a signature.
         *
         * @param text the text that replaces the range
         * @param type its type, as for the record
         */
        public Item(String text, String type) {
            this(text, type, "");
        }
    }
}
