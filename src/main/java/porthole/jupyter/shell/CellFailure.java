package porthole.jupyter.shell;

import java.util.List;

/** Ends a cell with what to tell the person. */
final class CellFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Failed outcome;

    CellFailure(Outcome.Failed outcome) {
        super(outcome.message());
        this.outcome = outcome;
    }

    /** A failure that needs no more than its sentence. */
    static CellFailure sentence(String name, String sentence) {
        return new CellFailure(new Outcome.Failed(name, sentence, List.of(Paint.RED.on(name) + ": " + sentence)));
    }

    Outcome.Failed outcome() {
        return outcome;
    }
}
