/**
 * What rapaio's kernel asks of a library that shows values in it, as far as {@link porthole.jupyter.elsewhere.RapaioDisplays}
 * needs it. There the kernel's own classes of these names take their place; here nothing calls them.
 */
@NullMarked
package org.rapaio.jupyter.kernel.display;

import org.jspecify.annotations.NullMarked;
