/** Magics that notebooks written for IJava register by these classes. */
package io.github.spencerpark.jupyter.kernel.magic.common;
