package porthole.jupyter.java.run;

import org.jspecify.annotations.Nullable;

/** Runs the text of a cell in the session, magics included. */
public interface TextRunner {
    /** The text's value; {@code name} stands in its errors. */
    @Nullable
    Object run(String name, String text) throws Exception;
}
