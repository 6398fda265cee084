package org.rapaio.jupyter.kernel.display;

/** How rapaio's kernel makes values of one type from those of another before it shows them. Porthole has none. */
public interface DisplayTransformer {}
