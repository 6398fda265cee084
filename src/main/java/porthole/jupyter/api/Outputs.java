package porthole.jupyter.api;

import java.util.List;
import java.util.Optional;
import porthole.display.MimeBundle;

/**
 * Where a running cell's outputs go. May be called from any thread, also after the cell has ended: what a cell's thread
 * says late still belongs to that cell.
 */
public interface Outputs {
    /** Text on stdout or stderr, as it comes. */
    void stream(Channel channel, String text);

    /** Shows a value; with an id it can be updated later. */
    void display(MimeBundle bundle, Optional<String> displayId);

    /** Replaces every output shown under {@code displayId}. */
    void update(MimeBundle bundle, String displayId);

    /** Clears the cell's outputs; where {@code wait}, not before the next output comes. */
    void clear(boolean wait);

    /**
     * Shows a value in the front end's pager when the cell has ended, or among its outputs where there is no pager.
     */
    default void page(MimeBundle bundle) {
        display(bundle, Optional.empty());
    }

    /**
     * Asks the person at the front end for a line.
     *
     * @throws InputException where the front end allows no input, or went away
     * @throws InterruptedException where the cell is interrupted meanwhile
     */
    String input(String prompt, boolean password) throws InputException, InterruptedException;

    /** Cells of earlier sessions, oldest first. */
    default List<PastCell> earlier() {
        return List.of();
    }

    /** Whether the cell is to end, maybe before it began; the same one at each call. */
    Cancellation cancellation();

    /** Which stream of the process. */
    enum Channel {
        STDOUT,
        STDERR
    }

    /** No input can be had; the message says why. */
    final class InputException extends Exception {
        private static final long serialVersionUID = 1L;

        public InputException(String sentence) {
            super(sentence);
        }
    }
}
