package porthole.jupyter.java.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.advice.CompileAdvice;
import porthole.jupyter.java.advice.DeclaredNames;
import porthole.jupyter.java.advice.Mistake;
import porthole.jupyter.java.run.Traceback;
import porthole.jupyter.java.text.Folding;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.Paint;
import porthole.jupyter.java.text.PublicConstructors;
import porthole.jupyter.java.text.SourceLocation;

/** Says what the compiler found wrong, under the person's own lines, and what to do. */
final class CompileErrors {
    static final String NAME = "CompilationError";
    private static final Sentences SENTENCES = Sentences.of(CompileAdvice.class);

    /** Errors told at most: one missing brace can make a hundred. */
    private static final int MOST = 8;

    /** Characters of a line that are shown at most. */
    private static final int WIDTH = 160;

    /** What JShell wraps around a cell's code, and packages that everybody knows. */
    private static final String WRAPPING =
            JShellNames.WRAPPER_PATTERN + "\\.|(?<![A-Za-z0-9_.])java\\.(?:lang|util)\\.(?=[A-Z])"
                    + "| in class(?= cannot be applied)|クラス の(?=メソッド)| in method " + JShellNames.METHOD_PATTERN
                    + "\\(\\)|メソッド " + JShellNames.METHOD_PATTERN + "\\(\\)で|[;:]$";

    private CompileErrors() {}

    static Outcome.Failed of(SourceLocation place, String source, List<CompilerMessage> found, DeclaredNames names) {
        List<CompilerMessage> errors =
                found.stream().filter(CompilerMessage::isError).toList();
        if (errors.stream()
                .anyMatch(e -> !PublicConstructors.isComplaint(e.code()))) { // that one would have been mended
            errors = errors.stream()
                    .filter(e -> !PublicConstructors.isComplaint(e.code()))
                    .toList();
        }
        errors = readable(place, errors);
        List<String> traceback = new ArrayList<>();
        traceback.add(Paint.BOLD.on(NAME)
                + (errors.size() < 2 ? "" : ": " + SENTENCES.say("compile.several", errors.size())));
        Set<String> hints = new LinkedHashSet<>();
        for (CompilerMessage error : errors.subList(0, Math.min(MOST, errors.size()))) {
            List<String> lines = lines(place, error);
            CompileAdvice.of(mistake(source, error), names)
                    .filter(hints::add)
                    .ifPresent(h -> lines.addAll(Traceback.hint(indent(place, error), h)));
            traceback.addAll(lines);
        }
        if (errors.size() > MOST) {
            traceback.add(SENTENCES.say("compile.more", errors.size() - MOST));
        }
        String first = errors.isEmpty() ? SENTENCES.say("compile.refused") : sentence(errors.get(0));
        return new Outcome.Failed(NAME, first, traceback);
    }

    private static Mistake mistake(String source, CompilerMessage error) {
        return new Mistake(error.code(), error.text().apply(Locale.ROOT), source, error.start(), error.end());
    }

    /** Where the text could not be read, only what was wrong with that, once a line: the rest follows from it. */
    private static List<CompilerMessage> readable(SourceLocation place, List<CompilerMessage> errors) {
        List<CompilerMessage> syntax =
                errors.stream().filter(e -> CompileAdvice.isSyntax(e.code())).toList();
        if (syntax.isEmpty()) {
            return errors;
        }
        Set<Integer> lines = new HashSet<>();
        return syntax.stream().filter(e -> lines.add(place.lineAt(e.start()))).toList();
    }

    private static String head(SourceLocation place, CompilerMessage error) {
        return place.name() + ":" + place.lineAt(error.start()) + "  ";
    }

    private static String indent(SourceLocation place, CompilerMessage error) {
        return " ".repeat(head(place, error).length());
    }

    private static List<String> lines(SourceLocation place, CompilerMessage error) {
        int start = error.start();
        int end = Math.max(start + 1, error.end());
        int line = place.lineAt(start);
        String text = place.text(line);
        int column = place.at(start) - place.start(line);
        column = Math.max(0, Math.min(column, text.length()));
        int length = Math.max(1, Math.min(place.at(end) - place.at(start), text.length() - column));
        if (text.length() > WIDTH) {
            int from = Math.max(0, Math.min(column - WIDTH / 3, text.length() - WIDTH));
            text = text.substring(from, Math.min(text.length(), from + WIDTH));
            column -= from;
            length = Math.max(1, Math.min(length, text.length() - column));
        }
        List<String> lines = new ArrayList<>();
        lines.add(Paint.BOLD.on(head(place, error)) + text);
        lines.add(indent(place, error) + blank(text.substring(0, column)) + Paint.BOLD.on(marks(text, column, length)));
        lines.add(indent(place, error) + sentence(error));
        return lines;
    }

    /** Blanks as wide as {@code text}: a wide (CJK) character takes a wide blank. */
    private static String blank(String text) {
        return text.chars()
                .mapToObj(c -> c == '\t' ? "\t" : Folding.isWide(c) ? "\u3000" : " ")
                .collect(Collectors.joining());
    }

    private static String marks(String text, int column, int length) {
        return text.substring(column, Math.min(text.length(), column + length))
                        .chars()
                        .mapToObj(c -> Folding.isWide(c) ? "^^" : "^")
                        .collect(Collectors.joining())
                + (column >= text.length() ? "^" : "");
    }

    /** "cannot find symbol: variable foo" from javac's several lines; where it looked is JShell's wrapping. */
    static String sentence(CompilerMessage error) {
        // by ROOT javac speaks English on every machine: for ENGLISH it would take the machine's own language
        Locale locale = Language.current() == Language.JAPANESE ? Locale.JAPANESE : Locale.ROOT;
        boolean call = error.code().contains("cant.apply");
        boolean symbol = error.code().contains("cant.resolve");
        return error.text()
                .apply(locale)
                .lines()
                .limit(call ? 1 : Long.MAX_VALUE) // the hint has the other lines
                .map(l -> l.strip().replaceAll("\\s+", " "))
                .filter(l -> !l.startsWith("location:") && !l.startsWith("場所:") && !l.isEmpty())
                .map(l -> l.replaceFirst("^(?:symbol|シンボル):\\s*", ""))
                .map(l -> l.replaceAll(WRAPPING, ""))
                .collect(Collectors.joining(symbol ? ": " : "; "));
    }
}
