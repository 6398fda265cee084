package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/**
 * A magic for a line.
 *
 * @param <T> its value
 */
@FunctionalInterface
public interface LineMagicFunction<T> {
    /** Runs it. */
    T execute(List<String> args) throws Exception;
}
