package porthole.jupyter.java.evaluate;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.VariableElement;
import jdk.jshell.VarSnippet;
import porthole.jupyter.java.names.SessionImports;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.java.text.UnitKind;

/**
 * Variables that cells have declared final. JShell takes the word away, since it sets each variable in a method of its
 * own; what sets one again is refused here. To declare it anew is no such thing.
 */
final class Finals {
    private static final Pattern SETTING = Pattern.compile("=|\\+\\+|--");
    private static final String WRAPPER = JShellNames.classOf("F"); // no name of JShell's, which have numbers

    private final SessionImports imports;
    private final JavaReader reader;
    private final Set<String> names = new HashSet<>();

    Finals(SessionImports imports, JavaReader reader) {
        this.imports = imports;
        this.reader = reader;
    }

    /** A variable was declared; whether it is final. */
    boolean learn(VarSnippet variable) {
        boolean isFinal = false;
        for (Tokens.Token token : Tokens.of(variable.source())) {
            if (token.text().equals(variable.name()) || token.text().equals("=")) {
                break;
            }
            isFinal |= token.text().equals("final");
        }
        if (isFinal) {
            names.add(variable.name());
        } else {
            names.remove(variable.name());
        }
        return isFinal;
    }

    /** The final variable that {@code source} sets again: at once, in a lambda, or in a method that it declares. */
    Optional<String> setAgain(CellSource source) {
        if (names.isEmpty() || !SETTING.matcher(source.text()).find()) {
            return Optional.empty();
        }
        boolean isNamed = source.tokens().stream().map(Tokens.Token::text).anyMatch(names::contains);
        return isNamed ? reader.sets(unit(source), this::isFinal) : Optional.empty();
    }

    private String unit(CellSource source) {
        UnitKind kind = source.kind();
        boolean isMember = kind == UnitKind.TYPE
                || kind == UnitKind.METHOD
                || (kind == UnitKind.VARIABLE && !source.tokens().get(0).text().equals("var"));
        String before = isMember ? "" : "void " + JShellNames.METHOD + "() throws Throwable {\n";
        return "package " + JShellNames.PACKAGE + ";\n" + imports.of(source.words()) + "class " + JShellNames.CLASS
                + "F {\n" + before + source.text() + "\n;" + (isMember ? "" : "}") + "}\n";
    }

    /** Whether it is a variable of the session: one of the same name that hides it may be set. */
    private boolean isFinal(VariableElement variable) {
        Element owner = Objects.requireNonNull(variable.getEnclosingElement());
        String home = owner.toString();
        return names.contains(variable.getSimpleName().toString())
                && owner.getEnclosingElement() instanceof PackageElement
                && JShellNames.isSnippets(home)
                && !home.equals(WRAPPER);
    }
}
