package porthole.jupyter.api;

import java.util.List;

/**
 * What could stand at the cursor.
 *
 * @param items in the order to offer
 * @param start where the replaced text begins, in UTF-16 units of the code
 * @param end where it ends
 */
public record Completions(List<Item> items, int start, int end) {
    public Completions {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     *
     * @param text what would stand there
     * @param type {@code function}, {@code class}, {@code instance}, {@code keyword}, {@code magic}, {@code path} or empty
     * @param signature how it is declared, such as {@code get(int index) : String}; empty where that is not known
     */
    public record Item(String text, String type, String signature) {
        /** Without a signature. */
        public Item(String text, String type) {
            this(text, type, "");
        }
    }
}
