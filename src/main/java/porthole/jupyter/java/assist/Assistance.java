package porthole.jupyter.java.assist;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Completeness;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Extension;
import porthole.jupyter.java.evaluate.CurrentSnippets;
import porthole.jupyter.java.evaluate.Startup;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.magic.FileNames;
import porthole.jupyter.magic.Magics;

/** What helps while a cell is written. JShell is asked also while a cell runs, unless it compiles just then. */
public final class Assistance {
    private static final long PATIENCE_MILLIS = 3000;

    /** A line that begins with an exclamation mark and may be Java: no file is named so. */
    private static final Pattern NEGATED =
            Pattern.compile("!\\s*[\\p{javaJavaIdentifierPart}]+(?:\\(.*\\))?\\.[^/\\s]*");

    private final Startup startup;
    private final BooleanSupplier idle;
    private final Magics magics;
    private final ReentrantLock compiler;
    private final CellEnd end;
    private final JavaCompletion completion;
    private final CursorInspection inspection;

    /** @param idle whether no cell runs, so that JShell may be given what the session starts with */
    public Assistance(
            CurrentSnippets snippets,
            Startup startup,
            Magics magics,
            List<Extension> extensions,
            ReentrantLock compiler,
            BooleanSupplier idle) {
        this.startup = startup;
        this.idle = idle;
        this.magics = magics;
        this.compiler = compiler;
        end = new CellEnd(snippets, magics::knows);
        Sketches sketches = new Sketches(snippets, magics::knows);
        JavaReader reader = snippets.reader();
        completion = new JavaCompletion(snippets, sketches, reader, extensions, this::ask, idle);
        inspection = new CursorInspection(sketches, reader, this::ask);
    }

    /** Asks JShell, but not for long: while it compiles a cell there is no answer. */
    interface Ask {
        /** The answer. */
        <T> Optional<T> ask(Supplier<T> question);
    }

    private <T> Optional<T> ask(Supplier<T> question) {
        try {
            if (!compiler.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            if (idle.getAsBoolean()) {
                startup.run();
            }
            return Optional.of(question.get());
        } finally {
            compiler.unlock();
        }
    }

    public Completeness completeness(String code) {
        return ask(() -> end.of(code)).orElse(new Completeness.Complete());
    }

    public Completions complete(String code, int at) {
        int cursor = Math.max(0, Math.min(at, code.length()));
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String line = code.substring(lineStart, cursor);
        if (line.matches("%{1,2}\\w*")) {
            int name = lineStart + (line.startsWith("%%") ? 2 : 1);
            return completions(magics.complete(code.substring(name, cursor)), "magic", name, cursor);
        }
        String java = Cells.withoutTime(code);
        boolean isMagicLine = java.startsWith("%", lineStart);
        int word = lineStart + Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1;
        if (isMagicLine && !line.isEmpty()) {
            return completions(magics.completeArguments(line), "", word, cursor);
        }
        Optional<String> foreign = Cells.foreignMagic(java);
        if (foreign.isPresent() && lineStart > 0) {
            return completions(magics.completeBody(foreign.get(), line), "", word, cursor);
        }
        if (line.startsWith("!")) {
            String negated = java.substring(0, lineStart) + " " + java.substring(lineStart + 1);
            Completions members = NEGATED.matcher(line).matches()
                    ? completion.complete(negated, cursor)
                    : new Completions(List.of(), cursor, cursor);
            if (!members.items().isEmpty()) {
                return members;
            }
            int from = Math.max(word, lineStart + 1);
            return completions(FileNames.startingWith(code.substring(from, cursor)), "path", from, cursor);
        }
        return completion.complete(java, cursor);
    }

    private static Completions completions(List<String> words, String type, int start, int end) {
        return new Completions(
                words.stream().map(w -> new Completions.Item(w, type)).toList(), start, end);
    }

    public Optional<MimeBundle> inspect(String code, int at, boolean detailed) {
        int cursor = Math.max(0, Math.min(at, code.length()));
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        int lineEnd = code.indexOf('\n', cursor) < 0 ? code.length() : code.indexOf('\n', cursor);
        String line = code.substring(lineStart, lineEnd);
        String java = Cells.withoutTime(code);
        boolean onName = line.matches("%{1,2}\\w*.*")
                && cursor - lineStart <= line.replaceFirst("\\s.*", "").length();
        if (onName || java.startsWith("%", lineStart)) {
            return magics.help(line).map(MimeBundle::text);
        }
        Optional<String> foreign = Cells.foreignMagic(java);
        if (foreign.isPresent()) {
            return magics.help("%" + foreign.get() + " " + line).map(MimeBundle::text);
        }
        return inspection.of(java, cursor, detailed);
    }

    /** What a cell's first line says of the rest. */
    private static final class Cells {
        private static final Pattern TIME = Pattern.compile("(?m)^%%?time\\b");

        private Cells() {}

        /** The code with blanks where {@code %time} stands, since Java follows it. */
        static String withoutTime(String code) {
            return TIME.matcher(code)
                    .replaceAll(found -> " ".repeat(found.group().length()));
        }

        /** The magic that reads the whole cell; empty where the cell is Java. */
        static Optional<String> foreignMagic(String code) {
            int first = Tokens.skipBlank(code, 0);
            return code.startsWith("%%", first)
                    ? Optional.of(code.substring(first + 2).split("\\W", 2)[0])
                    : Optional.empty();
        }
    }
}
