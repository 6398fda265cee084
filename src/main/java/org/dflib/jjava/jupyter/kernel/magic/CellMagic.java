package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * A magic for a cell.
 *
 * @param <T> its value
 * @param <K> the kernel's class
 */
@FunctionalInterface
public interface CellMagic<T, K extends BaseKernel> {
    /** Runs it. */
    T eval(K kernel, List<String> args, String body) throws Exception;
}
