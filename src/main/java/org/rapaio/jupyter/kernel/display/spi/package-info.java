/** The service by which rapaio's kernel finds a library's displays. */
@NullMarked
package org.rapaio.jupyter.kernel.display.spi;

import org.jspecify.annotations.NullMarked;
