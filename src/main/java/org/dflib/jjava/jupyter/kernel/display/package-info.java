/** Values as MIME types, in JJava's words. */
package org.dflib.jjava.jupyter.kernel.display;
