package porthole.jupyter.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import porthole.display.Table;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.Magic;
import porthole.jupyter.magic.MagicException;
import porthole.jupyter.magic.NotebookFile;
import porthole.jupyter.magic.SimpleMagic;
import porthole.jupyter.show.Values;

/** The magics about the session itself: what it holds, what was run, and a clean table. */
final class SessionMagics {
    /** Characters of a value in the table of variables. */
    private static final int WIDTH = 100;

    private final Snippets snippets;
    private final SessionLog log;
    private final Values values;
    private final JavaMagics.Runner runner;

    SessionMagics(Snippets snippets, SessionLog log, Values values, JavaMagics.Runner runner) {
        this.snippets = snippets;
        this.log = log;
        this.values = values;
        this.runner = runner;
    }

    List<Magic> all() {
        return List.of(
                new SimpleMagic("vars", "%vars: the session's variables with types and values", (a, b) -> vars()),
                new SimpleMagic("whos", "%whos: as %vars", (a, b) -> vars()),
                new SimpleMagic("who", "%who: the names that cells have declared", (a, b) -> who()),
                new SimpleMagic("reset", "%reset: forgets all that cells have declared", (a, b) -> reset()),
                new SimpleMagic(
                        "history", "%history [-n] [2-5]: cells that were run; -n with numbers", (a, b) -> history(a)),
                new SimpleMagic(
                        "save",
                        "%save FILE [2-5]: writes cells that were run to a .jsh or .ipynb file",
                        (a, b) -> save(a)));
    }

    private Object vars() throws Exception {
        List<VarSnippet> variables = variables();
        if (variables.isEmpty()) {
            return "No variables yet.";
        }
        String all = variables.stream().map(VarSnippet::name).collect(Collectors.joining(", "));
        Object[] contents = (Object[]) runner.run("%vars", "new Object[] {" + all + "}");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            rows.add(List.of(
                    variables.get(i).name(), variables.get(i).typeName(), contents == null ? "" : brief(contents[i])));
        }
        return new Table(List.of("name", "type", "value"), rows);
    }

    private List<VarSnippet> variables() {
        return snippets.ask(shell -> shell.variables()
                .filter(v -> shell.status(v) == Snippet.Status.VALID)
                .filter(v -> !v.name().startsWith("$"))
                .sorted(java.util.Comparator.comparing(VarSnippet::name))
                .toList());
    }

    private String brief(@Nullable Object value) {
        String text;
        try {
            text = values.show(value).get(0).plain();
        } catch (RuntimeException | StackOverflowError e) {
            return "its toString() threw " + e.getClass().getSimpleName();
        }
        String line = text.lines().limit(3).map(String::strip).collect(Collectors.joining(" "));
        return line.length() < text.strip().length() || line.length() > WIDTH
                ? line.substring(0, Math.min(WIDTH, line.length())) + " …"
                : line;
    }

    private Object who() {
        List<List<String>> rows = snippets.ask(shell -> List.of(
                List.of("variables", names(shell.variables().map(VarSnippet::name))),
                List.of("methods", names(shell.methods().map(m -> m.name() + "(" + m.parameterTypes() + ")"))),
                List.of("types", names(shell.types().map(t -> t.name())))));
        return new Table(
                List.of("", "names"),
                rows.stream().filter(r -> !r.get(1).isEmpty()).toList());
    }

    private static String names(java.util.stream.Stream<String> all) {
        return all.filter(n -> !n.startsWith("$")).sorted().distinct().collect(Collectors.joining(", "));
    }

    private @Nullable Object reset() {
        int forgotten = snippets.forget();
        System.out.println("Forgot " + forgotten + (forgotten == 1 ? " declaration" : " declarations")
                + "; the class path stays as it is.");
        return null;
    }

    private Object history(String arguments) throws MagicException {
        List<String> words = new ArrayList<>(Arguments.of(arguments));
        boolean numbers = words.remove("-n");
        return log.entries(words.isEmpty() ? "" : words.get(0), running()).stream()
                .map(e -> numbers ? "In[" + e.count() + "]: " + e.code() : e.code())
                .collect(Collectors.joining("\n"));
    }

    private static int running() {
        Cell cell = Cell.current();
        return cell == null ? -1 : cell.count();
    }

    private @Nullable Object save(String arguments) throws MagicException {
        List<String> words = Arguments.of(arguments);
        if (words.isEmpty() || words.size() > 2) {
            throw new MagicException(
                    "Which file shall be written? Name it behind the magic, and the cells if not all: \"work.jsh 2-5\".");
        }
        List<String> code = log.entries(words.size() == 1 ? "" : words.get(1), running()).stream()
                .map(SessionLog.Entry::code)
                .toList();
        Path file = Path.of(words.get(0));
        try {
            Files.writeString(
                    file,
                    file.toString().endsWith(".ipynb") ? NotebookFile.of(code) : String.join("\n\n", code) + "\n");
        } catch (IOException e) {
            throw new MagicException("Could not write \"" + file + "\" ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + "); is its folder there, and writable?");
        }
        System.out.println("Wrote " + (code.size() == 1 ? "1 cell" : code.size() + " cells") + " to " + file);
        return null;
    }
}
