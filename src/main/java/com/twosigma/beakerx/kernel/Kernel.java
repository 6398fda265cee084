package com.twosigma.beakerx.kernel;

/** BeakerX's kernel, as far as notebooks set something of it. */
public final class Kernel {
    /** Whether a cell shows its value where that is {@code null}; notebooks switch it off in their first cell. */
    @SuppressWarnings("NonFinalStaticField") // BeakerX's own interface
    public static boolean showNullExecutionResult = true;

    private Kernel() {}
}
