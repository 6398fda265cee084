package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import porthole.display.Sentences;
import porthole.jupyter.java.run.RunningSession;
import porthole.jupyter.java.words.CellWords;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.SimpleMagic;

/** Where a notebook registers magics of its own. */
public class MagicsRegistry {
    /** Adds {@code %name}. */
    @SuppressWarnings("unchecked") // there is one kernel
    public MagicsRegistry registerLineMagic(String name, LineMagic<?, ?> magic) {
        LineMagic<?, BaseKernel> any = (LineMagic<?, BaseKernel>) magic;
        return add(name, (arguments, body) -> any.eval(BaseKernel.notebookKernel(), Arguments.of(arguments)));
    }

    /** Adds {@code %%name}. */
    @SuppressWarnings("unchecked") // there is one kernel
    public MagicsRegistry registerCellMagic(String name, CellMagic<?, ?> magic) {
        CellMagic<?, BaseKernel> any = (CellMagic<?, BaseKernel>) magic;
        return add(
                name,
                (arguments, body) ->
                        any.eval(BaseKernel.notebookKernel(), Arguments.of(arguments), body == null ? "" : body));
    }

    private MagicsRegistry add(String name, SimpleMagic.Body body) {
        RunningSession.current().add(new SimpleMagic(name, Sentences.of(SimpleMagic.class), "help.own", body));
        return this;
    }

    /** Runs {@code %name args}. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as JJava declares it
    public <T, K extends BaseKernel> T evalLineMagic(K kernel, String name, List<String> args) throws Exception {
        return CellWords.lineMagic(name, args);
    }

    /** Runs {@code %%name args} over {@code body}. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as JJava declares it
    public <T, K extends BaseKernel> T evalCellMagic(K kernel, String name, List<String> args, String body)
            throws Exception {
        return CellWords.cellMagic(name, args, body);
    }
}
