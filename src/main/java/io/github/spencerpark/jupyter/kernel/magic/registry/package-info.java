/** Magics of a notebook's own, in IJava's words. */
package io.github.spencerpark.jupyter.kernel.magic.registry;
