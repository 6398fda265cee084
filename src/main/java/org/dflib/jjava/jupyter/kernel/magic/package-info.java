/** Magics of a notebook's own, in JJava's words. */
package org.dflib.jjava.jupyter.kernel.magic;
