package porthole.lesson.question;

import java.util.Optional;
import porthole.display.Displayable;

/** The person in front of the notebook. */
public interface Learner {
    /** Shows something at once, before the cell has ended. */
    void show(Displayable value);

    /** Removes what the cell has shown so far, as soon as it shows something else. */
    default void clear() {}

    /**
     * Asks for a line.
     *
     * @return what was typed; empty where nobody can be asked, as in a run without a browser
     * @throws InterruptedException where the cell is interrupted meanwhile
     */
    Optional<String> ask(String prompt) throws InterruptedException;
}
