package porthole.jupyter.java.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import porthole.jupyter.java.names.SessionImports;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.Tokens;

/**
 * Writes the type that {@code var} stands for. JShell finds it by two more compilations, each of which imports the whole
 * session; here it is one, which imports what the declaration names. A class is written as JShell writes it: by its simple
 * name where the session imports it.
 */
final class InferredTypes {
    private final JShell shell;
    private final SessionImports imports;
    private final JavaReader reader;

    InferredTypes(JShell shell, SessionImports imports, JavaReader reader) {
        this.shell = shell;
        this.imports = imports;
        this.reader = reader;
    }

    /** {@code source} with a type in the place of {@code var}; empty where it has none, or does not compile. */
    Optional<String> written(CellSource source) {
        List<Tokens.Token> tokens = source.tokens();
        boolean isVar = tokens.size() > 3
                && tokens.get(0).text().equals("var")
                && tokens.get(1).isWord()
                && tokens.get(2).text().equals("=");
        if (!isVar || !reader.isWarm()) {
            return Optional.empty();
        }
        Set<String> words = tokens.stream()
                .skip(2)
                .filter(Tokens.Token::isWord)
                .map(Tokens.Token::text)
                .collect(Collectors.toSet());
        String name = tokens.get(1).text();
        String text = "package " + JShellNames.PACKAGE + ";\n" + imports.of(words) + "class " + JShellNames.CLASS
                + "T {\nstatic void " + JShellNames.METHOD + "() throws Throwable {\n" + source.text() + "\n; }}\n";
        return reader.typeOf(text, name, this::name)
                .map(type -> source.text().substring(0, tokens.get(0).start())
                        + type
                        + source.text().substring(tokens.get(0).end()));
    }

    private Optional<String> name(TypeElement type) {
        String full = type.getQualifiedName().toString();
        if (JShellNames.isSnippets(full)) {
            return Optional.empty(); // the value of a var stays what it is when its class is edited
        }
        String inPackage = full.substring(packageOf(type).length() + 1);
        String outermost = inPackage.split("\\.", 2)[0];
        if (shell.types().anyMatch(t -> t.name().equals(outermost))) {
            return Optional.empty();
        }
        boolean isSimple =
                packageOf(type).equals("java.lang") || shell.imports().anyMatch(i -> !i.isStatic() && brings(i, type));
        return Optional.of(isSimple ? inPackage : full);
    }

    private static boolean brings(ImportSnippet one, TypeElement type) {
        return one.fullname().equals(type.getQualifiedName().toString())
                || one.fullname().equals(packageOf(type) + ".*");
    }

    private static String packageOf(TypeElement type) {
        Element at = type;
        while (!(at instanceof PackageElement)) {
            at = Objects.requireNonNull(at.getEnclosingElement());
        }
        return ((PackageElement) at).getQualifiedName().toString();
    }
}
