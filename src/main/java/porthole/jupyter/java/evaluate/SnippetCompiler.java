package porthole.jupyter.java.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import porthole.display.Sentences;
import porthole.jupyter.java.advice.CompileAdvice;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.PublicConstructors;
import porthole.jupyter.java.text.SourceLocation;

/** Has JShell evaluate a unit of a cell, and gets it over what JShell and javac trip at. */
final class SnippetCompiler {
    private final JShell shell;
    private final JShellHistory history;
    private final CellLines cells;
    private final PublicConstructors constructors;
    private final InferredTypes types;
    private final SessionOptions options;
    private final PendingDeclarations pending;
    private final CellNotes notes;

    /** @param types finds the type of a {@code var}, for which JShell needs two compilations */
    SnippetCompiler(
            JShell shell,
            JShellHistory history,
            CellLines cells,
            InferredTypes types,
            SessionOptions options,
            PendingDeclarations pending,
            CellNotes notes) {
        this.shell = shell;
        this.history = history;
        this.cells = cells;
        this.types = types;
        this.options = options;
        this.pending = pending;
        this.notes = notes;
        constructors = new PublicConstructors(shell);
    }

    /** Whether JShell has refused what it was given. */
    static boolean isRefused(List<SnippetEvent> events) {
        return events.stream().anyMatch(e -> e.status() == Snippet.Status.REJECTED && e.causeSnippet() == null);
    }

    /** Has JShell evaluate {@code source}, which stands at {@code place}. */
    List<SnippetEvent> evaluate(SourceLocation place, CellSource source) throws CellFailure {
        Optional<String> typed = options.areDefault() ? types.written(source) : Optional.empty();
        List<SnippetEvent> events = evaluate(place, typed.orElse(source.text()));
        if (typed.isEmpty() || !isRefused(events)) {
            return events;
        }
        // As the person wrote it, then; what was replaced, the first attempt has replaced.
        return Stream.concat(
                        events.stream().filter(e -> e.causeSnippet() != null), evaluate(place, source.text()).stream())
                .toList();
    }

    private List<SnippetEvent> evaluate(SourceLocation place, String source) throws CellFailure {
        cells.enter(place);
        List<SnippetEvent> events = compiled(source);
        Optional<String> mended = constructors.mended(source, events);
        if (mended.isEmpty()) {
            return events;
        }
        cells.enter(place);
        List<SnippetEvent> again = history.add(shell.eval(mended.orElseThrow()));
        // What else is wrong stands in its place in the first ones, which are those of the source as it was written.
        return again.stream().anyMatch(e -> e.status() == Snippet.Status.REJECTED) ? events : again;
    }

    /**
     * JShell trips over two methods of one name that both wait for a type ("typeSig ERROR", on 17 to 25) and then
     * refuses the type too: they are forgotten, and that is told.
     */
    private List<SnippetEvent> compiled(String source) throws CellFailure {
        try {
            return history.add(shell.eval(source));
        } catch (RuntimeException | InternalError e) {
            if (Stream.of(e.getStackTrace()).noneMatch(f -> f.getClassName().startsWith("jdk.jshell."))) {
                throw e;
            }
            throw failed();
        } catch (AssertionError e) {
            List<MethodSnippet> waiting = shell.methods()
                    .filter(m -> shell.status(m) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                    .toList();
            if (waiting.isEmpty()) {
                throw e;
            }
            waiting.forEach(m -> notes.atEnd(pending.forgotten(m)));
            waiting.forEach(shell::drop);
            return history.add(shell.eval(source));
        }
    }

    /** The failure of a unit at which javac itself failed; what it has left half done is not used again. */
    CellFailure failed() {
        options.renewCompilers();
        return CellFailure.sentence(
                CompileErrors.NAME, Sentences.of(CompileAdvice.class).say("compile.failed"));
    }
}
