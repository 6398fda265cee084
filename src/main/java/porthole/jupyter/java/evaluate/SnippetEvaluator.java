package porthole.jupyter.java.evaluate;

import java.util.List;
import java.util.Optional;
import jdk.jshell.SnippetEvent;
import porthole.jupyter.java.names.NewestName;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.SourceLocation;

/** Runs any unit of a cell as a snippet of JShell, which keeps what it declares. */
final class SnippetEvaluator implements Evaluator {
    private final SnippetCompiler compiler;
    private final Refusals refusals;
    private final NewestName newest;
    private final SnippetVariables variables;
    private final SnippetDeclarations declarations;
    private final SnippetValues values;

    SnippetEvaluator(
            SnippetCompiler compiler,
            Refusals refusals,
            NewestName newest,
            SnippetVariables variables,
            SnippetDeclarations declarations,
            SnippetValues values) {
        this.compiler = compiler;
        this.refusals = refusals;
        this.newest = newest;
        this.variables = variables;
        this.declarations = declarations;
        this.values = values;
    }

    @Override
    public Optional<Ran> run(SourceLocation place, CellSource source) throws CellFailure {
        variables.begin(source);
        List<SnippetEvent> gone = newest.giveWay(source);
        List<SnippetEvent> events = compiler.evaluate(place, source);
        if (SnippetCompiler.isRefused(events)) {
            newest.restore();
            undo(events, place);
        }
        variables.lost(gone, events);
        Optional<JShellSession.Value> value = Optional.empty();
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                refusals.refuse(event, place);
                refusals.refuseUnwritten(event, place);
                declarations.declared(event.snippet());
                variables.declared(event.snippet());
                value = values.of(event, place, source);
            } else {
                declarations.updated(event);
            }
        }
        gone.stream().filter(e -> e.causeSnippet() != null).forEach(declarations::updated);
        return Optional.of(new Ran(value));
    }

    /** Refuses what does not compile; what it has replaced is as before. */
    private void undo(List<SnippetEvent> events, SourceLocation place) throws CellFailure {
        try {
            for (SnippetEvent event : events) {
                if (event.causeSnippet() == null) {
                    refusals.refuse(event, place);
                }
            }
        } finally {
            variables.undo(events);
        }
    }
}
