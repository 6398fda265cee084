package porthole.jupyter.java.text;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Names of what is nested in a cell's own class and imported by the package at the cell's top ({@code import
 * lecture.Enums.Colour;}). JShell takes no import from a snippet, so each use of such a name is qualified instead.
 */
public final class NestedNames {
    /** Keywords behind which a name is declared, and not used. */
    private static final Set<String> DECLARING = Set.of(
            "class", "interface", "enum", "boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final ClassLoader loader;
    private final Set<Wanted> wanted = new LinkedHashSet<>();

    public NestedNames(JShell shell, SourceCodeAnalysis analysis, ClassLoader loader) {
        this.shell = shell;
        this.analysis = analysis;
        this.loader = loader;
    }

    /** @param owner the class around it, as {@code Enums}; {@code name} is a star for all that it has */
    private record Wanted(boolean isStatic, String owner, String name) {}

    /** A snippet whose nested names are qualified, and where that stands. */
    public record Qualified(SourceLocation place, String source) {}

    /**
     * Imports {@code nested}, as {@code Enums.Colour} or {@code Enums.*}.
     *
     * @return whether there is such a thing
     */
    public boolean add(boolean isStatic, String nested) {
        int dot = nested.lastIndexOf('.');
        Wanted one = new Wanted(isStatic, nested.substring(0, dot), nested.substring(dot + 1));
        boolean isThere = type(one.owner).isPresent()
                && (one.name.equals("*") || !members(one).isEmpty());
        if (isThere) {
            wanted.add(one);
        }
        return isThere;
    }

    private Optional<Class<?>> type(String owner) {
        String outer = owner.split("\\.", 2)[0];
        return shell.types()
                .filter(t -> t.name().equals(outer))
                .map(t -> analysis.wrapper(t).fullClassName() + "$" + owner.replace('.', '$'))
                .flatMap(this::loaded)
                .findFirst();
    }

    private Stream<Class<?>> loaded(String name) {
        try {
            return Stream.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.empty(); // it waits for something that is not declared yet
        }
    }

    private Set<String> members(Wanted one) {
        Set<String> names = new HashSet<>();
        type(one.owner).ifPresent(type -> {
            Stream.of(type.getDeclaredClasses()).map(Class::getSimpleName).forEach(names::add);
            if (one.isStatic) {
                Stream.<Member>concat(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()))
                        .filter(m -> Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
                        .forEach(m -> names.add(m.getName()));
            }
        });
        names.removeIf(n -> !one.name.equals("*") && !n.equals(one.name));
        return names;
    }

    /** {@code source} with its nested names qualified. */
    public Qualified qualified(SourceLocation place, String source) {
        if (wanted.isEmpty() || source.startsWith("import")) {
            return new Qualified(place, source);
        }
        Map<String, String> owners = new HashMap<>();
        wanted.forEach(w -> members(w).forEach(n -> owners.put(n, w.owner + ".")));
        shell.types().forEach(t -> owners.remove(t.name()));
        List<Tokens.Token> tokens = Tokens.of(source);
        declared(tokens).forEach(owners::remove);
        StringBuilder text = new StringBuilder();
        List<SourceLocation.Insertion> insertions = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String owner = owners.get(tokens.get(i).text());
            if (owner != null
                    && (i == 0
                            || !Set.of(".", "case").contains(tokens.get(i - 1).text()))) {
                text.append(source, done, tokens.get(i).start());
                insertions.add(new SourceLocation.Insertion(text.length(), owner.length()));
                text.append(owner);
                done = tokens.get(i).start();
            }
        }
        return new Qualified(
                place.with(insertions), text.append(source.substring(done)).toString());
    }

    private static Set<String> declared(List<Tokens.Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            Tokens.Token before = tokens.get(i - 1);
            boolean declares = before.isWord()
                    ? !SourceVersion.isKeyword(before.text()) || DECLARING.contains(before.text())
                    : ">]".contains(before.text());
            if (declares && tokens.get(i).isWord()) {
                names.add(tokens.get(i).text());
            }
        }
        return names;
    }

    /** Forgets them all. */
    void clear() {
        wanted.clear();
    }
}
