package porthole.jupyter.java.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.classes.VariableStorage;
import porthole.jupyter.java.names.NewestName;
import porthole.jupyter.java.names.SessionWords;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.SourceLocation;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.java.text.UnitKind;

/** Runs any unit of a cell as a snippet of JShell, which keeps what it declares. */
final class SnippetEvaluator implements Evaluator {
    private final JShell shell;
    private final CellExecution execution;
    private final SnippetCompiler compiler;
    private final Refusals refusals;
    private final VariableStorage homes;
    private final VariableRecovery recovery;
    private final NewestName newest;
    private final SessionWords words;
    private final Finals finals;
    private final CellLines cells;
    private final UnnamedValues unnamed;
    private final PendingDeclarations pending;
    private final CellNotes notes;

    SnippetEvaluator(
            JShell shell,
            CellExecution execution,
            SnippetCompiler compiler,
            Refusals refusals,
            VariableStorage homes,
            VariableRecovery recovery,
            NewestName newest,
            SessionWords words,
            Finals finals,
            CellLines cells,
            UnnamedValues unnamed,
            PendingDeclarations pending,
            CellNotes notes) {
        this.shell = shell;
        this.execution = execution;
        this.compiler = compiler;
        this.refusals = refusals;
        this.homes = homes;
        this.recovery = recovery;
        this.newest = newest;
        this.words = words;
        this.finals = finals;
        this.cells = cells;
        this.unnamed = unnamed;
        this.pending = pending;
        this.notes = notes;
    }

    @Override
    public Optional<Ran> run(SourceLocation place, CellSource source) throws CellFailure {
        homes.declareAnew(variables(source));
        List<SnippetEvent> gone = newest.giveWay(source);
        List<SnippetEvent> events = compiler.evaluate(place, source);
        if (SnippetCompiler.isRefused(events)) {
            newest.restore();
            undo(events, place);
        }
        homes.leftToLambdas().forEach(name -> notes.atEnd(PendingDeclarations.leftToLambdas(name)));
        notes.lost(homes.lost());
        notes.lost(Stream.concat(gone.stream(), events.stream())
                .filter(PendingDeclarations::isLoss)
                .map(e -> (VarSnippet) e.snippet())
                .distinct()
                .filter(v -> shell.status(v) != Snippet.Status.VALID && !recovery.keep(v))
                .map(VarSnippet::name)
                .toList());
        Optional<JShellSession.Value> value = Optional.empty();
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                own(event, place);
                value = value(event, place, source);
            } else {
                updated(event);
            }
        }
        gone.stream().filter(e -> e.causeSnippet() != null).forEach(this::updated);
        return Optional.of(new Ran(value));
    }

    /** What became of the unit itself. */
    private void own(SnippetEvent event, SourceLocation place) throws CellFailure {
        Snippet snippet = event.snippet();
        refusals.refuse(event, place);
        refusals.refuseUnwritten(event, place);
        words.giveWayTo(snippet);
        if (snippet instanceof DeclarationSnippet declaration) {
            notes.declared(declaration);
        }
        if (snippet instanceof VarSnippet variable && finals.learn(variable)) {
            settersOf(variable).forEach(s -> notes.atEnd(pending.setsFinal(s, variable.name())));
        }
        if (snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND) {
            recovery.clear((VarSnippet) snippet);
        }
    }

    /** What became of an earlier snippet that depends on the unit. */
    private void updated(SnippetEvent event) {
        cells.learn(event.snippet());
        if (event.previousStatus() == Snippet.Status.VALID
                && event.snippet() instanceof DeclarationSnippet dependent
                && !(dependent instanceof VarSnippet)) {
            notes.declared(dependent); // what does not fit at the cell's end is told then
        }
    }

    /** Refuses what does not compile; what it has replaced stands as before. */
    private void undo(List<SnippetEvent> events, SourceLocation place) throws CellFailure {
        try {
            for (SnippetEvent event : events) {
                if (event.causeSnippet() == null) {
                    refusals.refuse(event, place);
                }
            }
        } finally {
            notes.lost(recovery.undo(events));
        }
    }

    /** The methods and types of earlier cells that set a variable which has just been declared final. */
    private Stream<DeclarationSnippet> settersOf(VarSnippet variable) {
        return Stream.<DeclarationSnippet>concat(shell.methods(), shell.types())
                .filter(d -> shell.status(d).isActive())
                .filter(d -> finals.setAgain(CellSource.of(d.source()))
                        .filter(variable.name()::equals)
                        .isPresent());
    }

    private Optional<JShellSession.Value> value(SnippetEvent event, SourceLocation place, CellSource source) {
        Snippet snippet = event.snippet();
        Optional<JShellSession.Value> value = switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, ASSIGNMENT_SUBKIND, OTHER_EXPRESSION_SUBKIND ->
                Optional.of(new JShellSession.Value(execution.value()));
            case STATEMENT_SUBKIND -> Optional.ofNullable(execution.value()).map(JShellSession.Value::new);
            default -> Optional.empty();
        };
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            unnamed.add(place, source, execution.value(), ((VarSnippet) snippet).typeName());
            shell.drop(snippet); // left behind it would be one more import of every later compilation
            recovery.clear((VarSnippet) snippet);
        }
        return value;
    }

    /** Names of the variables that {@code source} declares. */
    private Set<String> variables(CellSource source) {
        List<Tokens.Token> tokens = source.tokens();
        Optional<String> only = UnitKind.onlyVariable(tokens);
        if (only.isPresent() || source.kind() != UnitKind.VARIABLE) { // JShell would compile it to say so
            return only.map(Set::of).orElse(Set.of());
        }
        try {
            return shell.sourceCodeAnalysis().sourceToSnippets(source.text()).stream()
                    .filter(VarSnippet.class::isInstance)
                    .map(s -> ((VarSnippet) s).name())
                    .collect(Collectors.toSet());
        } catch (RuntimeException | InternalError e) {
            return Set.of(); // javac fails at it, as it will again
        }
    }
}
