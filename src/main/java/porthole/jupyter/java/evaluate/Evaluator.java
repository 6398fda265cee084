package porthole.jupyter.java.evaluate;

import java.util.Optional;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.SourceLocation;

/**
 * A way to run a unit of a cell: a declaration, a statement or an expression. There are two, which give the same:
 * {@link ExpressionEvaluator}, which is quick, and {@link SnippetEvaluator} for all that the first does not take.
 */
interface Evaluator {
    /**
     * Runs {@code source}, which stands at {@code place}. What it names without an import is imported.
     *
     * @return empty if it is for another
     * @throws CellFailure if it does not compile, or throws
     */
    Optional<Ran> run(SourceLocation place, CellSource source) throws CellFailure;

    /**
     * That a unit has run.
     *
     * @param value empty if it has none
     * @param isEnd whether it has returned, and the cell ends with it
     */
    record Ran(Optional<JShellSession.Value> value, boolean isEnd) {
        Ran(Optional<JShellSession.Value> value) {
            this(value, false);
        }
    }
}
