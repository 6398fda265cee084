package io.github.spencerpark.ijava.runtime;

import java.util.List;
import porthole.jupyter.java.words.CellWords;

/** Magics as methods. */
public final class Magics {
    private Magics() {}

    /** Runs {@code %name args}. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as IJava declares it
    public static <T> T lineMagic(String name, List<String> args) throws Exception {
        return CellWords.lineMagic(name, args);
    }

    /** Runs {@code %%name args} over {@code body}. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as IJava declares it
    public static <T> T cellMagic(String name, List<String> args, String body) throws Exception {
        return CellWords.cellMagic(name, args, body);
    }
}
