package porthole.jupyter.java.names;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.Tokens;

/**
 * The packages that the {@code jshell} tool imports at its start, and JJava's {@code java.time}, imported by single types
 * as cells first name them:
 * ten star imports cost each cell 1 to 2 ms, since javac looks every name up in all of them.
 */
public final class DefaultImports {
    private static final List<String> PACKAGES = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    private final JShell shell;
    private final URLClassLoader loader;
    private final ImportedNames names;
    private final Map<String, Snippet> imported = new HashMap<>();
    private final Set<String> absent = new HashSet<>();
    private final Map<String, Boolean> brought = new HashMap<>();
    private List<?> broughtBy = List.of();

    public DefaultImports(JShell shell, URLClassLoader loader) {
        this.shell = shell;
        this.loader = loader;
        names = new ImportedNames(loader);
    }

    /** Whether cells may use the type of this full name. */
    public boolean isPublicType(String name) {
        return isPublic(name, loader);
    }

    /** Imports what {@code tokens} name, unless it is declared or imported otherwise. */
    public void provide(List<Tokens.Token> tokens) {
        Set<String> declared = declared(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            String name = tokens.get(i).text();
            boolean named = Character.isUpperCase(name.charAt(0))
                    && (i == 0 || !tokens.get(i - 1).text().equals("."));
            if (named && !imported.containsKey(name) && !absent.contains(name) && !declared.contains(name)) {
                provideName(name);
            }
        }
    }

    /** Whether {@code snippet} is one of these imports. */
    public boolean owns(Snippet snippet) {
        return imported.containsValue(snippet);
    }

    /**
     * Lets a name go that a type of the person's own takes: two imports of one simple name would not compile.
     *
     * @return what became of the snippets that use it
     */
    List<SnippetEvent> giveWay(String name) {
        Snippet old = imported.remove(name);
        return old == null ? List.of() : shell.drop(old);
    }

    /** The same for the names that {@code tokens} use and that an import of the person's, a star too, brings. */
    List<SnippetEvent> giveWayToUse(List<Tokens.Token> tokens) {
        return tokens.stream()
                .map(Tokens.Token::text)
                .filter(name -> imported.containsKey(name) && isBrought(name))
                .distinct()
                .toList()
                .stream()
                .flatMap(name -> giveWay(name).stream())
                .toList();
    }

    /** Whether an import that is none of these brings a type of this simple name. */
    boolean isBrought(String name) {
        List<Object> now = Stream.concat(shell.imports().filter(i -> !owns(i)), Stream.of(loader.getURLs().length))
                .toList();
        if (!now.equals(broughtBy)) {
            brought.clear();
            broughtBy = now;
        }
        return brought.computeIfAbsent(name, n -> shell.imports().anyMatch(i -> !owns(i) && names.bringsType(i, n)));
    }

    /** The one of the packages that has a type of this simple name; empty where none has. */
    static String home(String name) {
        return PACKAGES.stream()
                .filter(p -> isPublic(p + "." + name, null))
                .findFirst()
                .orElse("");
    }

    /** The simple name of a type that needs no import, and else its full one. */
    public static String shortest(String full) {
        int dot = full.lastIndexOf('.');
        String home = full.substring(0, Math.max(dot, 0));
        return home.equals("java.lang") || PACKAGES.contains(home) ? full.substring(dot + 1) : full;
    }

    private void provideName(String name) {
        String home = home(name);
        if (home.isEmpty()) {
            absent.add(name);
        } else if (!isTaken(name)) {
            imported.put(
                    name, shell.eval("import " + home + "." + name + ";").get(0).snippet());
        }
    }

    private boolean isTaken(String name) {
        return shell.types().anyMatch(t -> t.name().equals(name)) || isBrought(name);
    }

    private static Set<String> declared(List<Tokens.Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            switch (tokens.get(i - 1).text()) {
                case "class", "interface", "enum", "record" ->
                    names.add(tokens.get(i).text());
                case "import" -> names.add(imported(tokens, i));
                default -> {}
            }
        }
        return names;
    }

    /** The simple name that an import brings, which is its last word. */
    private static String imported(List<Tokens.Token> tokens, int from) {
        int end = from;
        while (end + 1 < tokens.size() && !tokens.get(end + 1).text().equals(";")) {
            end++;
        }
        return tokens.get(end).text();
    }

    /** Simple names of what may be named without an import, those that nobody may use included: good for guesses. */
    public static Set<String> likely() {
        Set<String> names = new TreeSet<>();
        Stream.concat(Stream.of("java.lang"), PACKAGES.stream().filter(p -> !p.equals("java.util.prefs")))
                .forEach(p -> names.addAll(files("java.base", p)));
        return names;
    }

    private static Set<String> files(String module, String home) {
        Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module, home.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class") && !f.contains("$"))
                    .map(f -> f.substring(0, f.length() - ".class".length()))
                    .collect(java.util.stream.Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    /** Simple names of the types that a cell may name without an import, and that begin with {@code prefix}. */
    public static Set<String> named(String prefix) {
        Set<String> names = new TreeSet<>();
        for (String one : PACKAGES) {
            String module = one.equals("java.util.prefs") ? "java.prefs" : "java.base";
            Path folder =
                    FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module, one.replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                files.map(f -> f.getFileName().toString())
                        .filter(f -> f.startsWith(prefix) && f.endsWith(".class") && !f.contains("$"))
                        .map(f -> f.substring(0, f.length() - ".class".length()))
                        .filter(f -> isPublic(one + "." + f, null))
                        .forEach(names::add);
            } catch (IOException e) {
                return names; // a runtime image without that module names nothing
            }
        }
        return names;
    }

    public static boolean isPublic(String name, @Nullable ClassLoader loader) {
        try {
            return Modifier.isPublic(Class.forName(name, false, loader).getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
