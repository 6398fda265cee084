package porthole.jupyter.java.show;

import java.util.List;
import porthole.display.MimeBundle;

/** Shows the values of one type. */
interface Rendering {
    /**
     * What to show; empty where this rendering has nothing better than the next type's.
     *
     * @param values to show what is inside
     */
    List<MimeBundle> of(Object value, Values values);
}
