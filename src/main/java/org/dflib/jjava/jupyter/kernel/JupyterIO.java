package org.dflib.jjava.jupyter.kernel;

import java.io.InputStream;
import java.io.PrintStream;

/** Where cells write to and read from. */
public class JupyterIO {
    /** What is shown. */
    public final DisplayStream display = new DisplayStream();

    /** Standard output. */
    public final PrintStream out = System.out;

    /** Standard error. */
    public final PrintStream err = System.err;

    /** Standard input: the front end's prompt. */
    public final InputStream in = System.in;

    /** Whether there is a front end; there is. */
    public boolean isAttached() {
        return true;
    }
}
