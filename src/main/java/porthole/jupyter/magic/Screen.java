package porthole.jupyter.magic;

import porthole.display.Displayable;

/** Outputs of the running cell, for a magic that shows something before it has a value. */
public interface Screen {
    /**
     * Shows {@code value} at once.
     *
     * @return the id under which it can be replaced
     */
    String show(Displayable value);

    /** Replaces what was shown under {@code id}. */
    void update(String id, Displayable value);
}
