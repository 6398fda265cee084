package porthole.jupyter.shell;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/** Words of every cell, imported one by one: show a value now, replace it later, wipe what is there. As in IJava. */
public final class CellWords {
    private CellWords() {}

    /**
     * The value as it would be shown.
     *
     * @param as MIME types to show it in ({@code render("<b>x</b>", "text/html")}); none for the value's own
     */
    public static Displayable render(@Nullable Object value, String... as) {
        List<MimeBundle> outputs = Values.show(value, as);
        return () -> outputs;
    }

    /**
     * Shows the value at once.
     *
     * @param as as in {@link #render}
     * @return the id under which {@link #updateDisplay} replaces it
     */
    public static String display(@Nullable Object value, String... as) {
        Outputs outputs = outputs();
        String id = UUID.randomUUID().toString();
        Optional<String> shownAs = Optional.of(id);
        for (MimeBundle bundle : Values.show(value, as)) {
            outputs.display(bundle, shownAs);
            shownAs = Optional.empty();
        }
        return id;
    }

    /** Replaces what {@link #display} has shown under {@code id}, from whichever cell. */
    public static void updateDisplay(String id, @Nullable Object value, String... as) {
        outputs().update(Values.show(value, as).get(0), id);
    }

    /** Shows the value in the notebook's pager, beside the cells, when the cell has ended. */
    public static void page(@Nullable Object value, String... as) {
        Outputs outputs = outputs();
        Values.show(value, as).forEach(outputs::page);
    }

    /**
     * Asks the person at the front end for a line.
     *
     * @return what was typed; empty where the front end allows no question, as in a run without a browser
     * @throws InterruptedException where the cell is interrupted meanwhile
     */
    public static Optional<String> ask(String prompt) throws InterruptedException {
        try {
            return Optional.of(outputs().input(prompt, false));
        } catch (Outputs.InputException e) {
            return Optional.empty();
        }
    }

    /** Wipes the cell's outputs; where {@code wait}, only when the next one comes, so that nothing flickers. */
    public static void clearOutput(boolean wait) {
        outputs().clear(wait);
    }

    /** Wipes the cell's outputs now. */
    public static void clearOutput() {
        clearOutput(false);
    }

    private static Outputs outputs() {
        Cell cell = Cell.current();
        if (cell == null) {
            throw new IllegalStateException("No cell is running that could show this");
        }
        return cell.outputs();
    }
}
