/** The running kernel, in JJava's words. */
package org.dflib.jjava.kernel;
