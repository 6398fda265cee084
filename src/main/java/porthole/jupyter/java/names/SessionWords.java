package porthole.jupyter.java.names;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.text.Tokens;

/**
 * The words that cells use without an import. Each is imported when a cell first names it: an import lengthens every
 * later compilation, the listing of its package most of all. A word gives way to a notebook's own name, declared or
 * imported: else its own {@code curl("x")} would be ambiguous, and the words of a library that it imports with a star
 * hidden. Asked with the compiler's lock held.
 */
public final class SessionWords {
    private static final String IMPORT = "import static ";

    /** Words before a call that are no type of a method. */
    private static final Set<String> NO_TYPE =
            Set.of("return", "new", "throw", "else", "do", "yield", "assert", "case", "instanceof");

    private final JShell shell;
    private final ClassLoader loader;
    private final Map<String, String> homes = new TreeMap<>();
    private final Map<String, Snippet> imported = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    public SessionWords(JShell shell, ClassLoader loader) {
        this.shell = shell;
        this.loader = loader;
    }

    /** Whether {@code code} imports one word, and nothing else. */
    public static boolean isOne(String code) {
        return code.startsWith(IMPORT) && code.indexOf(';') == code.length() - 1 && !code.endsWith("*;");
    }

    /** Makes the word known that {@code code}, as {@code import static a.B.c;}, would import. */
    public void add(String code) {
        String name = code.substring(IMPORT.length(), code.length() - 1).strip();
        int dot = name.lastIndexOf('.');
        homes.put(name.substring(dot + 1), name.substring(0, dot));
    }

    /**
     * Imports what {@code tokens} name.
     *
     * @throws IllegalStateException where a word is not where it should be
     */
    public void provide(List<Tokens.Token> tokens) {
        Set<String> methods = methods(tokens);
        methods.forEach(this::remove); // two methods of one name, both imported, would be ambiguous
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text();
            boolean named = homes.containsKey(word)
                    && (i == 0 || !tokens.get(i - 1).text().equals("."));
            if (named && !isImported(word) && !taken.contains(word) && !methods.contains(word)) {
                provideWord(word);
            }
        }
    }

    /** Names of the methods that are declared, outside of any braces: a word behind a type and before a parenthesis. */
    private static Set<String> methods(List<Tokens.Token> tokens) {
        Set<String> names = new HashSet<>();
        int depth = 0;
        for (int i = 1; i < tokens.size() - 1; i++) {
            String before = tokens.get(i - 1).text();
            Tokens.Token token = tokens.get(i);
            switch (before) {
                case "{", "(" -> depth++;
                case "}", ")" -> depth--;
                default -> {}
            }
            boolean type = before.equals(">")
                    || before.equals("]")
                    || (tokens.get(i - 1).isWord() && !NO_TYPE.contains(before));
            if (depth == 0 && type && token.isWord() && tokens.get(i + 1).text().equals("(")) {
                names.add(token.text());
            }
        }
        return names;
    }

    private boolean isImported(String word) {
        return imported.get(word) instanceof ImportSnippet one && one.fullname().startsWith(home(word) + ".");
    }

    private void provideWord(String word) {
        remove(word);
        SnippetEvent event = shell.eval(line(word)).get(0);
        if (event.status() == Snippet.Status.REJECTED) {
            homes.remove(word);
            throw new IllegalStateException("\"" + event.snippet().source() + "\" brings nothing.");
        }
        imported.put(word, event.snippet());
    }

    private String line(String word) {
        return IMPORT + home(word) + "." + word + ";";
    }

    /** Both IJava and JJava have a word for the kernel: the imports say which a notebook was written for. */
    private String home(String word) {
        boolean isForJJava = word.equals("getKernelInstance")
                && shell.imports().anyMatch(i -> i.fullname().startsWith("org.dflib.jjava."));
        return isForJJava ? KernelWords.JJAVA : Objects.requireNonNull(homes.get(word));
    }

    private void remove(String word) {
        Snippet old = imported.remove(word);
        if (old != null) {
            shell.drop(old);
        }
    }

    /** Lets the words go that {@code snippet}, which has just been run, has in its turn. */
    public void giveWayTo(Snippet snippet) {
        Set<String> names = new HashSet<>();
        if (snippet instanceof VarSnippet variable) {
            names.add(variable.name());
        } else if (snippet instanceof MethodSnippet method) {
            names.add(method.name());
        } else if (snippet instanceof ImportSnippet one && one.isStatic()) {
            names.addAll(imported(one.fullname()));
        }
        names.retainAll(homes.keySet());
        names.forEach(this::remove);
        taken.addAll(names);
    }

    /** Simple names of what {@code name}, {@code a.B.c} or {@code a.B.*}, brings. */
    private Set<String> imported(String name) {
        int dot = name.lastIndexOf('.');
        String member = name.substring(dot + 1);
        if (!member.equals("*")) {
            return Set.of(member);
        }
        Set<String> names = new HashSet<>();
        try {
            Class<?> home = Class.forName(name.substring(0, dot), false, loader);
            Stream.concat(Stream.of(home.getMethods()), Stream.of(home.getFields()))
                    .filter(m -> Modifier.isStatic(m.getModifiers()))
                    .forEach(m -> names.add(m.getName()));
        } catch (ClassNotFoundException | LinkageError e) {
            // A nested class, say: the word stays, as javac would have it.
        }
        return names;
    }

    /** Lets all words come again, since the notebook's own names are gone. */
    void restore() {
        taken.clear();
    }

    /** Whether {@code snippet} is the import of a word. */
    public boolean owns(Snippet snippet) {
        return imported.containsValue(snippet);
    }

    /** Those that cells may use now. */
    public Collection<String> names() {
        return homes.keySet().stream().filter(w -> !taken.contains(w)).toList();
    }

    /** The imports of those among {@code names} that no cell has named yet. */
    List<String> missing(Set<String> names) {
        return names().stream()
                .filter(w -> names.contains(w) && !imported.containsKey(w))
                .map(this::line)
                .toList();
    }

    /** The classes of the words that begin with {@code prefix}, in full, each with its words. */
    public Map<String, Set<String>> startingWith(String prefix) {
        Map<String, Set<String>> found = new TreeMap<>();
        names().stream()
                .filter(w -> w.startsWith(prefix))
                .forEach(w -> found.computeIfAbsent(homes.get(w), h -> new HashSet<>())
                        .add(w));
        return found;
    }
}
