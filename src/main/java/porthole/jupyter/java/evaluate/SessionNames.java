package porthole.jupyter.java.evaluate;

import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.advice.DeclaredNames;
import porthole.jupyter.java.names.DefaultImports;
import porthole.jupyter.java.names.SessionWords;
import porthole.jupyter.java.text.JShellNames;

/** The session's names. Asked only when something is wrong, with the compiler's lock held. */
final class SessionNames implements DeclaredNames {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final ClassLoader loader;
    private final SessionWords words;
    private final Set<String> lost = new TreeSet<>();

    SessionNames(JShell shell, SourceCodeAnalysis analysis, ClassLoader loader, SessionWords words) {
        this.shell = shell;
        this.analysis = analysis;
        this.loader = loader;
        this.words = words;
    }

    @Override
    public Collection<String> variables() {
        return shell.variables().map(VarSnippet::name).toList();
    }

    @Override
    public Collection<String> methods() {
        List<String> names = shell.methods().map(MethodSnippet::name).collect(Collectors.toList());
        shell.imports().filter(ImportSnippet::isStatic).map(ImportSnippet::name).forEach(names::add);
        names.addAll(words.names());
        return names;
    }

    @Override
    public Collection<String> types() {
        List<String> names = shell.types().map(TypeDeclSnippet::name).collect(Collectors.toList());
        shell.imports().filter(i -> !i.isStatic()).map(ImportSnippet::name).forEach(names::add);
        names.addAll(DefaultImports.likely());
        return names;
    }

    @Override
    public Collection<String> packages() {
        Set<String> names = new TreeSet<>();
        ModuleLayer.boot().modules().stream()
                .filter(m -> m.getName().startsWith("java."))
                .flatMap(m -> m.getDescriptor().exports().stream())
                .filter(e -> !e.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .forEach(names::add);
        return names;
    }

    @Override
    public List<String> importable(String simpleName) {
        Set<String> found = new TreeSet<>(SessionNames::jdkFirst);
        for (String one : packages()) {
            String full = one + "." + simpleName;
            if (DefaultImports.isPublic(full, loader)) {
                found.add(full);
            }
        }
        if (found.isEmpty()) { // else the libraries' would only distract
            found.addAll(
                    analysis.listQualifiedNames(simpleName, simpleName.length()).getNames());
            found.removeIf(f -> f.startsWith("porthole.") || f.startsWith("sun.") || f.startsWith("jdk."));
        }
        return new ArrayList<>(found);
    }

    /** What is used most comes first. */
    private static int jdkFirst(String a, String b) {
        int rank = Boolean.compare(b.startsWith("java."), a.startsWith("java."));
        int desktop = Boolean.compare(a.startsWith("java.awt."), b.startsWith("java.awt."));
        return rank != 0 ? rank : desktop != 0 ? desktop : a.compareTo(b);
    }

    @Override
    public Collection<String> members(String type) {
        Set<String> names = new TreeSet<>();
        load(type.replaceAll("<.*>", "").strip()).ifPresent(c -> {
            for (Field field : c.getFields()) {
                names.add(field.getName());
            }
            for (Method method : c.getMethods()) {
                names.add(method.getName() + "()");
            }
            if (JShellNames.isOwn(c.getName())) {
                for (Method method : c.getDeclaredMethods()) {
                    names.add(method.getName() + "()");
                }
                for (Field field : c.getDeclaredFields()) {
                    names.add(field.getName());
                }
            }
        });
        return names;
    }

    /** These variables have lost their values, which has been told. */
    void lost(Set<String> variables) {
        lost.addAll(variables);
    }

    @Override
    public Optional<String> waiting(String name) {
        if (lost.contains(name) && shell.variables().noneMatch(v -> v.name().equals(name))) {
            return Optional.of(PendingDeclarations.lost(name));
        }
        return shell.snippets()
                .filter(s -> s instanceof DeclarationSnippet d && d.name().equals(name))
                .map(DeclarationSnippet.class::cast)
                .flatMap(d -> new PendingDeclarations(shell, this).unresolved(List.of(d)).stream())
                .findFirst();
    }

    private Optional<Class<?>> load(String name) {
        if (name.endsWith("[]")) {
            return Optional.of(Object[].class);
        }
        for (String binary = name; ; ) {
            try {
                return Optional.of(Class.forName(binary, false, loader));
            } catch (ClassNotFoundException | LinkageError e) {
                int dot = binary.lastIndexOf('.');
                if (dot < 0) {
                    break;
                }
                binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
            }
        }
        return shell.types()
                .filter(t -> t.name().equals(name))
                .map(t -> analysis.wrapper(t).fullClassName() + "$" + name)
                .flatMap(n -> loaded(n).stream())
                .findFirst();
    }

    private Optional<Class<?>> loaded(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
