package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/**
 * A magic for a cell.
 *
 * @param <T> its value
 */
@FunctionalInterface
public interface CellMagicFunction<T> {
    /** Runs it. */
    T execute(List<String> args, String body) throws Exception;
}
