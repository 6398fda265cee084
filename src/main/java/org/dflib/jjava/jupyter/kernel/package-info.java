/** The kernel as JJava's notebooks and libraries reach it. */
package org.dflib.jjava.jupyter.kernel;
