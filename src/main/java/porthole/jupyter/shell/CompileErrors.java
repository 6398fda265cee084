package porthole.jupyter.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/** Says what the compiler found wrong, under the person's own lines. */
final class CompileErrors {
    static final String NAME = "CompilationError";

    private CompileErrors() {}

    static Outcome.Failed of(Place place, List<Diag> found) {
        List<Diag> errors = found.stream().filter(Diag::isError).toList();
        List<String> traceback = new ArrayList<>();
        traceback.add(Paint.RED.on(NAME)
                + (errors.size() == 1 ? "" : ": " + errors.size() + " things that Java does not accept"));
        errors.forEach(e -> add(traceback, place, e));
        String first = errors.isEmpty() ? "Java does not accept this" : sentence(errors.get(0));
        return new Outcome.Failed(NAME, first, traceback);
    }

    private static void add(List<String> traceback, Place place, Diag error) {
        int start = (int) Math.max(0, error.getStartPosition());
        int end = (int) Math.max(start + 1, error.getEndPosition());
        int line = place.lineAt(start);
        String text = place.text(line);
        int column = Math.min(place.offset() + start, place.code().length()) - place.start(line);
        int length = Math.max(1, Math.min(end - start, text.length() - column));
        String head = place.name() + ":" + line + "  ";
        String indent = text.substring(0, Math.min(column, text.length())).replaceAll("[^\t]", " ");
        traceback.add(Paint.CYAN.on(head) + text);
        traceback.add(" ".repeat(head.length()) + indent + Paint.RED.on("^".repeat(length)));
        traceback.add(" ".repeat(head.length()) + sentence(error));
    }

    /** "cannot find symbol: variable foo" from javac's several lines; where it looked is JShell's wrapping. */
    private static String sentence(Diag error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .filter(l -> !l.startsWith("location:") && !l.isEmpty())
                .map(l -> l.startsWith("symbol:")
                        ? l.substring("symbol:".length()).strip()
                        : l)
                .map(l -> l.replaceAll("REPL\\.\\$JShell\\$\\w+\\.|\\bjava\\.lang\\.(?=[A-Z])", ""))
                .collect(Collectors.joining(": "));
    }
}
