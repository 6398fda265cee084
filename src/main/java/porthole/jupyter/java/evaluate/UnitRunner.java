package porthole.jupyter.java.evaluate;

import java.awt.Image;
import java.awt.image.RenderedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.java.advice.CompileAdvice;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.run.StopCheck;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.Dialect;
import porthole.jupyter.java.text.LongConstants;
import porthole.jupyter.java.text.NestedNames;
import porthole.jupyter.java.text.SourceLocation;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.java.text.UnitKind;

/** Runs a cell's text unit after unit: adapts each to JShell, provides what it names, and gives it to an evaluator. */
final class UnitRunner {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final boolean semicolonShows;
    private final Finals finals;
    private final NestedNames nested;
    private final Provisions provisions;
    private final PendingDeclarations pending;
    private final CellNotes notes;
    private final Supplier<List<Evaluator>> evaluators;
    private final Dialect dialect = new Dialect();

    /** @param evaluators the first that takes a unit runs it; the last takes all */
    UnitRunner(
            JShell shell,
            boolean semicolonShows,
            Finals finals,
            NestedNames nested,
            Provisions provisions,
            PendingDeclarations pending,
            CellNotes notes,
            Supplier<List<Evaluator>> evaluators) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
        this.semicolonShows = semicolonShows;
        this.finals = finals;
        this.nested = nested;
        this.provisions = provisions;
        this.pending = pending;
        this.notes = notes;
        this.evaluators = evaluators;
    }

    /** Makes ready what a unit names, before it is compiled. */
    interface Provisions {
        void provide(SourceLocation place, CellSource source);
    }

    /**
     * Runs {@code text}, which stands at {@code place}.
     *
     * @return the last expression's value, unless a semicolon ends it and it is not a picture
     * @throws CellFailure if it does not compile, or throws
     */
    Optional<JShellSession.Value> run(@Nullable RunningCell cell, SourceLocation place, String text)
            throws CellFailure {
        CellSource whole = CellSource.of(text);
        if (whole.endsInComment()) { // JShell would take it as the end
            throw failure("compile.comment.open");
        }
        Set<DeclarationSnippet> outer = notes.begin();
        try {
            return runAll(cell, place, whole);
        } finally {
            notes.endCell(cell, outer);
        }
    }

    private Optional<JShellSession.Value> runAll(@Nullable RunningCell cell, SourceLocation place, CellSource whole)
            throws CellFailure {
        String text = whole.text();
        Optional<JShellSession.Value> last = Optional.empty();
        int at = 0;
        while (!Tokens.isEmpty(text.substring(at))) {
            checkStopped(cell);
            at += blanks(text.substring(at));
            String rest = dialect.withoutPackage(text.substring(at));
            if (rest.charAt(0) == ' ') {
                at += blanks(rest);
                continue;
            }
            CompletionInfo found = analysis.analyzeCompletion(rest);
            boolean isComplete = found.completeness().isComplete();
            CellSource unit = whole.with(isComplete ? found.source() : rest);
            SourceLocation here = new SourceLocation(place.name(), place.code(), place.offset() + at);
            Evaluator.Ran ran = runUnit(cell, here, unit);
            last = ran.value();
            boolean isReturned = last.isPresent() && unit.kind() == UnitKind.STATEMENT;
            if (Dialect.isReturn(unit.text()) || ran.isEnd() || isReturned) {
                break; // also where a loop or an if has returned
            }
            at = isComplete ? text.length() - found.remaining().length() : text.length();
            if (unit.endsWithSemicolon() && !isSeen(last)) {
                last = Optional.empty();
            }
        }
        checkStopped(cell); // JShell takes a snippet that was stopped, even before it began, for one that ran
        CompileAdvice.doubtful(text).ifPresent(d -> pending.tell(cell, List.of(d)));
        pending.tell(cell, pending.unprocessed(text));
        return last;
    }

    private static void checkStopped(@Nullable RunningCell cell) {
        if (cell != null && cell.isStopped()) {
            throw new StopCheck.CellStopped();
        }
    }

    /** What is shown behind a semicolon too: a picture is drawn to be seen, and Java's habit ends the call that gives it. */
    private boolean isSeen(Optional<JShellSession.Value> value) {
        return semicolonShows
                || value.map(JShellSession.Value::content)
                        .filter(v -> v instanceof Image || v instanceof RenderedImage)
                        .isPresent();
    }

    private static int blanks(String rest) {
        int code = Tokens.skipBlank(rest, 0);
        // JShell compiles an import's leading blanks too, and every line they shift costs a recompilation
        return rest.startsWith("import", code)
                ? code
                : rest.length() - rest.stripLeading().length();
    }

    private Evaluator.Ran runUnit(@Nullable RunningCell cell, SourceLocation place, CellSource unit)
            throws CellFailure {
        try {
            NestedNames.Qualified one = nested.qualified(place, adapted(unit));
            return run(one.place(), unit.with(one.source()));
        } finally {
            notes.endUnit(cell);
        }
    }

    private String adapted(CellSource unit) {
        String text = unit.text();
        return unit.isImport() ? text : dialect.simple(Dialect.isReturn(text) ? Dialect.returned(text) : text);
    }

    private Evaluator.Ran run(SourceLocation place, CellSource source) throws CellFailure {
        if (source.text().isBlank() || (source.isImport() && isThere(source))) {
            return new Evaluator.Ran(Optional.empty());
        }
        Optional<Integer> constant = LongConstants.tooLong(source);
        if (constant.isPresent()) {
            throw failure("limit.constant", constant.orElseThrow());
        }
        Optional<String> setAgain = finals.setAgain(source);
        if (setAgain.isPresent()) {
            throw failure("limit.final", setAgain.orElseThrow());
        }
        provisions.provide(place, source);
        for (Evaluator one : evaluators.get()) {
            Optional<Evaluator.Ran> ran = one.run(place, source);
            if (ran.isPresent()) {
                return ran.orElseThrow();
            }
        }
        throw new IllegalStateException("No evaluator takes " + source.text());
    }

    private static CellFailure failure(String key, Object... values) {
        return CellFailure.sentence(
                CompileErrors.NAME, Sentences.of(CompileAdvice.class).say(key, values));
    }

    /** Whether what the import brings needs none: it has been imported, or it is of a package that cells have declared. */
    private boolean isThere(CellSource source) {
        boolean isNested = dialect.nested(source.text())
                .filter(n -> nested.add(source.words().contains("static"), n))
                .isPresent();
        return isNested || isActive(source) || dialect.isOwnImport(source.text());
    }

    private boolean isActive(CellSource source) {
        String wanted = squeezed(source.tokens());
        return shell.imports()
                .map(ImportSnippet::source)
                .anyMatch(s -> squeezed(Tokens.of(s)).equals(wanted));
    }

    private static String squeezed(List<Tokens.Token> tokens) {
        return tokens.stream().map(Tokens.Token::text).collect(Collectors.joining(" "));
    }
}
