package porthole.display;

import java.util.List;

/** A value that knows how to show itself under a cell. */
public interface Displayable {
    /**
     * What to show, in order: the first is the cell's result, the others follow it as outputs of their own. Never
     * empty.
     */
    List<MimeBundle> outputs();
}
