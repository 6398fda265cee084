/**
 * What the kernel uses of the JDK that is no part of its interface: each can be switched off, and says whether it works.
 */
@NullMarked
package porthole.jupyter.java.internal;

import org.jspecify.annotations.NullMarked;
