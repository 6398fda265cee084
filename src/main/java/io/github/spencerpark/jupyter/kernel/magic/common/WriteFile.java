package io.github.spencerpark.jupyter.kernel.magic.common;

/** {@code %%writefile} is there without being registered. */
public class WriteFile {}
