/** Values as MIME types, in IJava's words. */
package io.github.spencerpark.jupyter.kernel.display;
