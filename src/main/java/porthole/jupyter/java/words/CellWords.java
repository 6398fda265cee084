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

/**
 * Words that every cell can use without an import: they show a value at once, replace it later, clear the output, draw
 * a progress bar, and call magics. The names are those of IJava, so that its notebooks run.
 *
 * <p>They belong to the cell that runs: all but {@link #printf} and {@link #isInCell} throw
 * {@link IllegalStateException} if no cell is running.
 */
public final class CellWords {
    /** What jupyter_client sends where its own standard input has ended. */
    private static final String END_OF_INPUT = "\u0004";

    private CellWords() {}

    /**
     * Gives the output that a value would have, to be shown later or changed before.
     *
     * @param value any value
     * @param as MIME types to show it in, as in {@code render("<b>x</b>", "text/html")}; none for those that the value
     *     itself has
     * @return the output; it is not shown yet
     */
    public static Displayable render(@Nullable Object value, String... as) {
        List<MimeBundle> outputs = values().show(value, as);
        return () -> outputs;
    }

    /**
     * Prints a formatted text, as {@code System.out.printf} does.
     *
     * @param format a format as {@link java.util.Formatter} reads it
     * @param parts the values for it
     * @throws java.util.IllegalFormatException if the format is not valid or does not fit the values
     */
    @SuppressWarnings("AnnotateFormatMethod") // as PrintStream has it
    public static void printf(String format, @Nullable Object... parts) {
        System.out.printf(format, parts);
    }

    /**
     * Shows the value at once. What the cell shows later comes below it.
     *
     * @param value any value
     * @param as MIME types to show it in, as in {@code display("<b>x</b>", "text/html")}; none for those that the value
     *     itself has
     * @return the id under which {@link #updateDisplay} replaces it, in this cell or a later one
     */
    public static String display(@Nullable Object value, String... as) {
        String id = (value instanceof Displayable own ? own.displayId() : Optional.<String>empty())
                .orElseGet(() -> UUID.randomUUID().toString());
        cell().display(value, id, as);
        return id;
    }

    /**
     * Shows a value at once in one form, with the form first as in rapaio's kernel: {@code display("html", map)}. If
     * the second argument is a MIME type and text, the first is the value instead, as in IJava.
     *
     * @param form {@code text}, {@code html}, {@code md}, {@code latex}, {@code json}, {@code svg}, {@code png},
     *     {@code jpeg}, {@code gif}, or a MIME type
     * @param value any value
     * @return the id under which {@link #updateDisplay} replaces it
     */
    public static String display(@Nullable String form, @Nullable Object value) {
        if (value instanceof String second && (Form.isType(second) || !Form.isOne(form))) {
            return display((Object) form, new String[] {second});
        }
        return display(value, new String[] {Form.type(String.valueOf(form))});
    }

    /**
     * Replaces what {@link #display(Object, String...)} has shown, in whichever cell that was.
     *
     * @param id what {@code display} returned
     * @param value the value to show instead
     * @param as MIME types to show it in; none for those that the value itself has
     */
    public static void updateDisplay(String id, @Nullable Object value, String... as) {
        cell().outputs().update(values().show(value, as).get(0), id);
    }

    /**
     * Shows a value in the front end's pager, beside the cells, when the cell has ended. Front ends without a pager
     * show it elsewhere or not at all.
     *
     * @param value any value
     * @param as MIME types to show it in; none for those that the value itself has
     */
    public static void page(@Nullable Object value, String... as) {
        Outputs outputs = cell().outputs();
        values().show(value, as).forEach(outputs::page);
    }

    /**
     * Asks the person at the front end for a line of text, and waits for it.
     *
     * @param prompt the text before the input field
     * @return what was typed; empty if the front end does not allow questions, as in a run without a browser
     * @throws InterruptedException if the cell is interrupted meanwhile
     */
    public static Optional<String> ask(String prompt) throws InterruptedException {
        try {
            String line = cell().outputs().input(prompt, false);
            return line.equals(END_OF_INPUT) ? Optional.empty() : Optional.of(line);
        } catch (Outputs.InputException e) {
            return Optional.empty();
        }
    }

    /**
     * Removes the outputs of the running cell.
     *
     * @param wait whether to remove them only when the next output comes, so that the page does not flicker
     */
    public static void clearOutput(boolean wait) {
        cell().outputs().clear(wait);
    }

    /** Removes the outputs of the running cell at once. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * Gives the same items, and draws a progress bar that moves on with each: {@code for (var x : progress(list))}.
     *
     * @param items the items; if they are a {@link Collection}, the bar shows how many there are
     * @param <T> their type
     * @return the items, to be walked through
     */
    public static <T> Iterable<T> progress(Iterable<T> items) {
        long total = items instanceof Collection<?> all ? all.size() : -1;
        return Progress.through(items, cell(), "", total);
    }

    /**
     * Gives the numbers from 0 to {@code count - 1}, and draws a progress bar that moves on with each.
     *
     * @param count how many
     * @return the numbers, to be walked through
     */
    public static Iterable<Integer> progress(int count) {
        return Progress.through(() -> IntStream.range(0, count).iterator(), cell(), "", count);
    }

    /**
     * Draws a progress bar that is moved by its {@code step()}.
     *
     * @param title the text before it; may be empty
     * @param total how many steps there will be; negative if that is not known
     * @return the bar
     */
    public static Progress progress(String title, long total) {
        return new Progress(cell(), title, total);
    }

    /**
     * Runs the magic {@code %name arguments}.
     *
     * @param name the magic's name, without {@code %}
     * @param arguments the words after it
     * @param <T> the type that the caller expects; it is not checked
     * @return the magic's value; {@code null} if it has none
     * @throws porthole.jupyter.api.MagicException if there is no such magic, or it cannot use the arguments
     * @throws Exception what the magic throws
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public static <T> T lineMagic(String name, List<String> arguments) throws Exception {
        return (T) RunningSession.current().magic(name, arguments, null);
    }

    /**
     * Runs the magic {@code %%name arguments} on a text.
     *
     * @param name the magic's name, without {@code %%}
     * @param arguments the words after it
     * @param body the lines below, which the magic works on
     * @param <T> the type that the caller expects; it is not checked
     * @return the magic's value; {@code null} if it has none
     * @throws porthole.jupyter.api.MagicException if there is no such magic, or it cannot use the arguments
     * @throws Exception what the magic throws
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public static <T> T cellMagic(String name, List<String> arguments, String body) throws Exception {
        return (T) RunningSession.current().magic(name, arguments, body);
    }

    /**
     * Runs a text as if it were a cell, magics included. What it declares is there afterwards.
     *
     * @param code the text of a cell
     * @return the value of its last expression; {@code null} if it has none
     * @throws Exception if the text does not compile, or what it throws
     */
    public static @Nullable Object eval(String code) throws Exception {
        return RunningSession.current().eval(code);
    }

    private static Values values() {
        return cell().values();
    }

    /** Whether a cell is running to which output could belong. Outside a kernel, as in a test, none is. */
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
