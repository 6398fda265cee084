package porthole.jupyter.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Table;

/** The magics that every session has and that need no Java: the shell's, files, and help. */
public final class BuiltInMagics {
    private BuiltInMagics() {}

    /** All of them; the help lists what {@code magics} holds when it is asked. */
    public static List<Magic> of(Magics magics, Shell shell) {
        return Stream.concat(
                        Stream.of("sh", "bash", "shell").map(name -> shell(name, shell)),
                        Stream.of(
                                magic(
                                        "writefile",
                                        "%%writefile [-a] PATH: writes (-a: appends) the rest of the cell to a file",
                                        BuiltInMagics::writeFile),
                                magic("magics", "%magics: all magics, and how each is called", (a, b) -> list(magics)),
                                magic("help", "%help: what can stand in a cell", (a, b) -> HELP)))
                .toList();
    }

    private static final String HELP = """
            A cell holds Java: statements, expressions, imports, methods and classes, in any order.
            The last expression's value is shown, unless a semicolon ends it.
            display(value) shows a value at once; updateDisplay(id, value) replaces it; clearOutput() wipes.
            table(rows, 100), markdown, latex, html, json, svg, mermaid and image say in which form;
            for (var x : progress(list)) shows a progress bar.
            !command runs a shell command. %name is a magic for a line, %%name one for the whole cell.
            %magics lists the magics. Shift-Tab shows what stands at the cursor, Tab what could.""";

    private interface Body {
        @Nullable
        Object run(String arguments, @Nullable String body) throws Exception;
    }

    private static Magic magic(String name, String summary, Body body) {
        return new Magic() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String summary() {
                return summary;
            }

            @Override
            public @Nullable Object run(String arguments, @Nullable String cell) throws Exception {
                return body.run(arguments, cell);
            }
        };
    }

    private static Magic shell(String name, Shell shell) {
        return magic(name, "%%" + name + ": runs the cell (or %" + name + " a line) in bash", (arguments, body) -> {
            shell.run(body == null ? arguments : body);
            return null;
        });
    }

    private static Table list(Magics magics) {
        return new Table(
                List.of("magic", "what it does"),
                magics.all().stream()
                        .map(m -> List.of("%" + m.name(), m.summary()))
                        .toList());
    }

    private static @Nullable Object writeFile(String arguments, @Nullable String body) throws MagicException {
        boolean append = arguments.startsWith("-a ");
        String path = unquoted((append ? arguments.substring(3) : arguments).strip());
        if (path.isEmpty() || body == null) {
            throw new MagicException("%%writefile wants a path on its first line and the file's text below it.");
        }
        Path file = Path.of(path);
        boolean existed = Files.exists(file);
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(
                    file,
                    body.endsWith("\n") || body.isEmpty() ? body : body + "\n",
                    StandardOpenOption.CREATE,
                    append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new MagicException("Could not write \"" + path + "\" ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + "); is its folder there, and writable?");
        }
        System.out.println((append && existed ? "Appended to " : existed ? "Overwrote " : "Wrote ") + path);
        return null;
    }

    private static String unquoted(String path) {
        boolean quoted = path.length() > 1
                && (path.startsWith("\"") || path.startsWith("'"))
                && path.endsWith(path.substring(0, 1));
        return quoted ? path.substring(1, path.length() - 1) : path;
    }
}
