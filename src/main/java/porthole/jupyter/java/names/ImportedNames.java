package porthole.jupyter.java.names;

import java.lang.reflect.Modifier;
import jdk.jshell.ImportSnippet;

/** Which type's simple name an import brings. */
public final class ImportedNames {
    private final ClassLoader loader;

    /** @param loader finds the types of star imports */
    public ImportedNames(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether {@code one} imports a type of this simple name, by itself, with a star, or as a nested type. */
    boolean bringsType(ImportSnippet one, String simpleName) {
        String full = one.fullname();
        int dot = full.lastIndexOf('.');
        String owner = full.substring(0, Math.max(dot, 0));
        String member = full.substring(dot + 1);
        if (!member.equals("*")) {
            return member.equals(simpleName) && (!one.isStatic() || isNested(owner, simpleName));
        }
        return isNested(owner, simpleName)
                || (!one.isStatic() && DefaultImports.isPublic(owner + "." + simpleName, loader));
    }

    /** Whether {@code one} names this type itself, and not a package or class with a star. */
    boolean isOf(ImportSnippet one, String simpleName) {
        return !one.fullname().endsWith(".*") && bringsType(one, simpleName);
    }

    /** Whether there is a type of this full name that others may use. */
    boolean isType(String fullName) {
        int dot = fullName.lastIndexOf('.');
        return dot > 0
                && (DefaultImports.isPublic(fullName, loader)
                        || isNested(fullName.substring(0, dot), fullName.substring(dot + 1)));
    }

    /** Whether the type {@code owner}, in Java's spelling, has a nested type of this name that others may use. */
    private boolean isNested(String owner, String simpleName) {
        for (String name = owner; name.indexOf('.') > 0; ) {
            try {
                return Modifier.isPublic(
                        Class.forName(name + "$" + simpleName, false, loader).getModifiers());
            } catch (ClassNotFoundException | LinkageError e) {
                int dot = name.lastIndexOf('.'); // the owner may itself be nested
                name = name.substring(0, dot) + "$" + name.substring(dot + 1);
            }
        }
        return false;
    }
}
