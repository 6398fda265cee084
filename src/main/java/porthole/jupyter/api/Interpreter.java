package porthole.jupyter.api;

import java.util.Optional;
import porthole.display.MimeBundle;

/**
 * What the kernel's session needs of a language. {@code run} is called by one thread at a time; the others may be called
 * by other threads while it runs.
 */
public interface Interpreter extends AutoCloseable {
    /**
     * Runs a cell.
     *
     * @param code as sent
     * @param count the cell's number, as in {@code In[3]}; errors name it
     * @param outputs where its outputs go while it runs, and later from threads it leaves behind; and whether it is to end
     */
    Outcome run(String code, int count, Outputs outputs);

    /**
     * Does quietly a part of what would make the first cells slow, the best part first; called by the thread that runs
     * cells, when the front end has its first answer and while no cell waits. By itself does nothing.
     *
     * @return whether there is more to do
     */
    default boolean warmUp() {
        return false;
    }

    /** Whether {@code code} could be run as it stands. */
    Completeness completeness(String code);

    /** What could stand at {@code cursor} (UTF-16 units). */
    Completions complete(String code, int cursor);

    /**
     * Signature and documentation of what stands at {@code cursor}; empty where nothing is known.
     *
     * @param detailed all that is known of all that is meant, rather than what fits beside a cell
     */
    Optional<MimeBundle> inspect(String code, int cursor, boolean detailed);

    /** Ends everything that cells have left running. */
    @Override
    void close();
}
