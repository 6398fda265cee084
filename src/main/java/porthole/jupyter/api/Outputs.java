package porthole.jupyter.api;

import java.util.List;
import java.util.Optional;
import porthole.display.MimeBundle;

/**
 * Where a cell's outputs go, and what it asks of the front end: one object for each cell. All methods may be called from
 * any thread, also after the cell has ended: the output of a thread that goes on still appears under its cell.
 */
public interface Outputs {
    /**
     * Writes text under the cell, in the order of the calls: Jupyter's {@code stream}.
     *
     * @param channel which stream it was written to
     * @param text the text, with its line ends
     */
    void stream(Channel channel, String text);

    /**
     * Shows a value under the cell: Jupyter's {@code display_data}.
     *
     * @param bundle the value in its MIME types
     * @param displayId the id by which {@link #update} can replace it later; empty for none
     */
    void display(MimeBundle bundle, Optional<String> displayId);

    /**
     * Replaces every output that was shown with an id, in all cells: Jupyter's {@code update_display_data}. Without such an
     * output nothing happens.
     *
     * @param bundle the new value in its MIME types
     * @param displayId the id
     */
    void update(MimeBundle bundle, String displayId);

    /**
     * Clears the cell's outputs: Jupyter's {@code clear_output}.
     *
     * @param wait whether they stay until the next output comes, which avoids flicker
     */
    void clear(boolean wait);

    /**
     * Shows a value in the front end's pager when the cell has ended: a {@code page} payload of Jupyter's
     * {@code execute_reply}. The default shows it among the cell's outputs.
     *
     * @param bundle the value in its MIME types
     */
    default void page(MimeBundle bundle) {
        display(bundle, Optional.empty());
    }

    /**
     * Asks the person at the front end for a line and waits for it: Jupyter's {@code input_request}.
     *
     * @param prompt the text before the input field; may be empty
     * @param password whether what is typed is hidden
     * @return the line, without its line end
     * @throws InputException if the front end allows no input, or has disconnected
     * @throws InterruptedException if the cell is interrupted meanwhile
     */
    String input(String prompt, boolean password) throws InputException, InterruptedException;

    /**
     * Gives the cells of earlier sessions of this user's kernels, from the history file.
     *
     * @return the cells, oldest first; empty if no history is kept
     */
    default List<PastCell> earlier() {
        return List.of();
    }

    /** Gives the cell's request to end; the same object at each call. */
    Cancellation cancellation();

    /** A stream of text: the {@code name} of Jupyter's {@code stream}. */
    enum Channel {
        /** Standard output. */
        STDOUT,
        /** Standard error, which front ends show with a red background. */
        STDERR
    }

    /** The front end gives no input; the message is the sentence that says why. */
    final class InputException extends Exception {
        private static final long serialVersionUID = 1L;

        /**
         * Makes the failure.
         *
         * @param sentence why no input can be had, in the reader's language
         */
        public InputException(String sentence) {
            super(sentence);
        }
    }
}
