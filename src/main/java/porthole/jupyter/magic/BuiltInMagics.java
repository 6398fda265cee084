package porthole.jupyter.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Table;

/** The magics that every session has and that need no Java: the shell's, files, and help. */
public final class BuiltInMagics {
    private BuiltInMagics() {}

    /** All of them; the help lists what {@code magics} holds when it is asked. */
    public static List<Magic> of(Magics magics, Shell shell) {
        List<Magic> all = new ArrayList<>(TextMagics.all());
        Stream.of("sh", "bash", "shell").map(name -> shell(name, shell)).forEach(all::add);
        all.add(new SimpleMagic(
                "writefile",
                "%%writefile [-a] PATH: writes (-a: appends) the rest of the cell to a file",
                BuiltInMagics::writeFile));
        all.add(new SimpleMagic("magics", "%magics: all magics, and how each is called", (a, b) -> list(magics)));
        all.add(new SimpleMagic("lsmagic", "%lsmagic: as %magics", (a, b) -> list(magics)));
        all.add(new SimpleMagic(
                "help",
                "%help [MAGIC]: what can stand in a cell, or how a magic is called",
                (a, b) -> a.isEmpty() ? HELP : magics.summary(a.replaceFirst("^%{1,2}", ""))));
        return all;
    }

    private static final String HELP = """
            A cell holds Java: statements, expressions, imports, methods and classes, in any order.
            The last expression's value is shown, unless a semicolon ends it.
            display(value) shows a value at once; updateDisplay(id, value) replaces it; clearOutput() wipes.
            table(rows, 100), markdown, latex, html, json, svg, mermaid and image say in which form;
            for (var x : progress(list)) shows a progress bar.
            !command runs a shell command. %name is a magic for a line, %%name one for the whole cell.
            %maven group:artifact:version brings a library; %jars and %classpath bring files of this machine.
            %vars shows the variables, %history what was run, %time how long code takes, %reset forgets it all.
            %magics lists the magics, %help NAME says how one is called. Shift-Tab shows what stands at the cursor, Tab what could.""";

    private static Magic shell(String name, Shell shell) {
        return new SimpleMagic(
                name, "%%" + name + ": runs the cell (or %" + name + " a line) in bash", (arguments, body) -> {
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
