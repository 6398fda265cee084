package porthole.jupyter.api;

import java.util.Optional;
import porthole.display.MimeBundle;

/**
 * A language that the kernel runs: all that the kernel needs of it. {@link #run} is called by one thread at a time, cell
 * after cell; the other methods may be called by other threads while a cell runs.
 */
public interface Interpreter extends AutoCloseable {
    /**
     * Runs a cell and waits for its end. An error of the cell is an {@link Outcome.Failed}; an exception of this method is
     * a defect of the language.
     *
     * @param code the cell as it was sent, possibly empty
     * @param count the cell's number, as in {@code In[3]}, from 1; errors name it
     * @param outputs where the cell's outputs go, also those of threads that go on after its end; its
     *     {@link Outputs#cancellation()} says when the cell must end
     * @return how the cell ended, with the value to show
     */
    Outcome run(String code, int count, Outputs outputs);

    /**
     * Does one part of the work that would make the first cells slow, the most useful part first, and without any output.
     * The thread that runs cells calls it after the front end has its first answer and while no cell waits. The default
     * does nothing.
     *
     * @return whether there is more to do; {@code true} makes the kernel call again while no cell waits
     */
    default boolean warmUp() {
        return false;
    }

    /**
     * Says whether code can be run as it is.
     *
     * @param code what is typed so far
     */
    Completeness completeness(String code);

    /**
     * Suggests what could be typed at a place in the code.
     *
     * @param code what is typed so far
     * @param cursor the index of the cursor, in UTF-16 units, from 0 to the code's length
     * @return the suggestions; without items if there are none
     */
    Completions complete(String code, int cursor);

    /**
     * Describes what is at a place in the code, for the tooltip (Shift-Tab): mostly its signature and documentation.
     *
     * @param code what is typed so far
     * @param cursor the index of the cursor, in UTF-16 units
     * @param detailed whether everything is wanted (Jupyter's {@code detail_level} 1), rather than what fits a tooltip
     * @return the description, as {@code text/plain} and possibly other forms; empty if nothing is known
     */
    Optional<MimeBundle> inspect(String code, int cursor, boolean detailed);

    /** Ends everything that cells have left running, such as threads and processes. The kernel calls it once, at its end. */
    @Override
    void close();
}
