package porthole.jupyter.java.reader;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Lets a pooled compiler forget a package of the class path, so that it lists it anew: the cells' own, which grows. It is
 * what JShell does with its pool after each task, and as little a part of the JDK's interface as the pool.
 */
final class JavacPackageReset {
    private static final String JAVAC = "com.sun.tools.javac.";

    private final Method context = method("api.BasicJavacTask", "getContext");
    private final Method symbols = method("code.Symtab", "instance", "util.Context");
    private final Method names = method("util.Names", "instance", "util.Context");
    private final Method finder = method("code.ClassFinder", "instance", "util.Context");
    private final Method completer = method("code.ClassFinder", "getCompleter");
    private final Method name = type("util.Names").getMethod("fromString", String.class);
    private final Method packageOf = method("code.Symtab", "getPackage", "code.Symbol$ModuleSymbol", "util.Name");
    private final Method allClasses = method("code.Symtab", "getAllClasses");
    private final Method remove = method("code.Symtab", "removeClass", "code.Symbol$ModuleSymbol", "util.Name");
    private final Method itsPackage = method("code.Symbol", "packge");
    private final Method flatName = method("code.Symbol", "flatName");
    private final Field unnamed = type("code.Symtab").getField("unnamedModule");
    private final Field members = type("code.Symbol$PackageSymbol").getField("members_field");
    private final Field completerOf = type("code.Symbol").getField("completer");

    private JavacPackageReset() throws ReflectiveOperationException {}

    /** Empty where this JDK does not let us. */
    static Optional<JavacPackageReset> find() {
        try {
            JavacPackageReset found = new JavacPackageReset();
            return found.name.getDeclaringClass().getModule().isExported(JAVAC + "util", module())
                            && found.packageOf.getDeclaringClass().getModule().isExported(JAVAC + "code", module())
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Module module() {
        return JavacPackageReset.class.getModule();
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(JAVAC + name, false, ClassLoader.getSystemClassLoader());
    }

    private static Method method(String type, String name, String... parameters) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[parameters.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = type(parameters[i]);
        }
        return type(type).getMethod(name, types);
    }

    /** Before {@code task} has begun. */
    void forget(JavacTask task, String packageName) {
        try {
            Object here = context.invoke(task);
            Object table = symbols.invoke(null, here);
            Object module = unnamed.get(table);
            Object gone = packageOf.invoke(table, module, name.invoke(names.invoke(null, here), packageName));
            if (gone == null) {
                return;
            }
            for (Object one : (Iterable<?>) allClasses.invoke(table)) {
                if (itsPackage.invoke(one) == gone) {
                    remove.invoke(table, module, flatName.invoke(one));
                }
            }
            members.set(gone, null);
            completerOf.set(gone, completer.invoke(finder.invoke(null, here)));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
