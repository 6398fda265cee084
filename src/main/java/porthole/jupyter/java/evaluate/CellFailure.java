package porthole.jupyter.java.evaluate;

import java.util.List;
import java.util.function.Supplier;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.run.Traceback;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.Paint;

/** Ends a cell with what to tell the person. */
public final class CellFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Outcome.Failed> outcome;

    CellFailure(Outcome.Failed outcome) {
        super(outcome.message());
        this.outcome = () -> outcome;
    }

    private CellFailure(Throwable thrown, Supplier<Outcome.Failed> outcome) {
        super(thrown.getClass().getName(), thrown);
        this.outcome = outcome;
    }

    /** A failure that needs no more than its sentence. */
    public static CellFailure sentence(String name, String sentence) {
        return new CellFailure(new Outcome.Failed(name, sentence, List.of(Paint.BOLD.on(name) + ": " + sentence)));
    }

    /** The cell's code has thrown {@code thrown}, which is the cause. */
    public static CellFailure thrown(Throwable thrown, CellLines cells) {
        return new CellFailure(thrown, () -> Traceback.of(thrown, cells));
    }

    /** How the cell ends. May call the thrown exception's own methods, so it belongs on the cell's thread. */
    public Outcome.Failed outcome() {
        return outcome.get();
    }
}
