/** What notebooks and libraries written for IJava use of the kernel library below it. */
package io.github.spencerpark.jupyter.kernel;
