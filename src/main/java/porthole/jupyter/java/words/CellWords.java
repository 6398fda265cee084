package porthole.jupyter.java.words;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.run.RunningSession;
import porthole.jupyter.java.show.Values;

/** Words of every cell, imported one by one: show a value now, replace it later, wipe what is there. As in IJava. */
public final class CellWords {
    private CellWords() {}

    /**
     * The value as it would be shown.
     *
     * @param as MIME types to show it in ({@code render("<b>x</b>", "text/html")}); none for the value's own
     */
    public static Displayable render(@Nullable Object value, String... as) {
        List<MimeBundle> outputs = values().show(value, as);
        return () -> outputs;
    }

    /** {@code System.out.printf}, as IJava has it. */
    @SuppressWarnings("AnnotateFormatMethod") // as PrintStream has it
    public static void printf(String format, @Nullable Object... parts) {
        System.out.printf(format, parts);
    }

    /**
     * Shows the value at once.
     *
     * @param as as in {@link #render}
     * @return the id under which {@link #updateDisplay} replaces it
     */
    public static String display(@Nullable Object value, String... as) {
        String id = (value instanceof Displayable own ? own.displayId() : Optional.<String>empty())
                .orElseGet(() -> UUID.randomUUID().toString());
        cell().display(value, id, as);
        return id;
    }

    /**
     * Shows a value in one form, as rapaio's kernel has it: {@code display("html", map)}. Where the second is a MIME
     * type, the first is the value, as in IJava.
     *
     * @param form {@code html}, {@code md}, {@code text}, {@code svg} …, or a MIME type
     */
    public static String display(@Nullable String form, @Nullable Object value) {
        if (value instanceof String second && (Form.isType(second) || !Form.isOne(form))) {
            return display((Object) form, new String[] {second});
        }
        return display(value, new String[] {Form.type(String.valueOf(form))});
    }

    /** Replaces what {@link #display} has shown under {@code id}, from whichever cell. */
    public static void updateDisplay(String id, @Nullable Object value, String... as) {
        cell().outputs().update(values().show(value, as).get(0), id);
    }

    /** Shows the value in the notebook's pager, beside the cells, when the cell has ended. */
    public static void page(@Nullable Object value, String... as) {
        Outputs outputs = cell().outputs();
        values().show(value, as).forEach(outputs::page);
    }

    /**
     * Asks the person at the front end for a line.
     *
     * @return what was typed; empty where the front end allows no question, as in a run without a browser
     * @throws InterruptedException where the cell is interrupted meanwhile
     */
    public static Optional<String> ask(String prompt) throws InterruptedException {
        try {
            return Optional.of(cell().outputs().input(prompt, false));
        } catch (Outputs.InputException e) {
            return Optional.empty();
        }
    }

    /** Wipes the cell's outputs; where {@code wait}, only when the next one comes, so that nothing flickers. */
    public static void clearOutput(boolean wait) {
        cell().outputs().clear(wait);
    }

    /** Wipes the cell's outputs now. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * The same items, with a progress bar that goes on with each of them: {@code for (var x : progress(list))}.
     *
     * @param items of which a {@link Collection} knows how many they are
     */
    public static <T> Iterable<T> progress(Iterable<T> items) {
        long total = items instanceof Collection<?> all ? all.size() : -1;
        return Progress.through(items, cell(), "", total);
    }

    /** The numbers from 0 to {@code count} - 1, with a progress bar. */
    public static Iterable<Integer> progress(int count) {
        return Progress.through(() -> IntStream.range(0, count).iterator(), cell(), "", count);
    }

    /**
     * A progress bar to move by {@code step()}.
     *
     * @param total how many steps there will be; negative where nobody knows
     */
    public static Progress progress(String title, long total) {
        return new Progress(cell(), title, total);
    }

    /** Runs {@code %name arguments}; its value in whatever type the caller expects, unchecked, as in IJava. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public static <T> T lineMagic(String name, List<String> arguments) throws Exception {
        return (T) RunningSession.current().magic(name, arguments, null);
    }

    /** Runs {@code %%name arguments} over {@code body}; its value as in {@link #lineMagic}. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public static <T> T cellMagic(String name, List<String> arguments, String body) throws Exception {
        return (T) RunningSession.current().magic(name, arguments, body);
    }

    /** Runs {@code code} as if it stood in the cell, magics included. */
    public static @Nullable Object eval(String code) throws Exception {
        return RunningSession.current().eval(code);
    }

    private static Values values() {
        return cell().values();
    }

    /** Whether there is a cell to show something under; outside a kernel, as in a test of JUnit's, there is none. */
    public static boolean isInCell() {
        return RunningCell.current() != null;
    }

    private static RunningCell cell() {
        RunningCell cell = RunningCell.current();
        if (cell == null) {
            throw new IllegalStateException(Sentences.of(CellWords.class).say("no.cell"));
        }
        return cell;
    }
}
