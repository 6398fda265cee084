package porthole.jupyter.shell;

import java.io.File;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/**
 * Defines cells' classes, woven by {@link Weaver}, and the classes of what is added to the class path, below {@link
 * SharedClasses}, through which cells and kernel share values.
 */
final class SnippetLoader extends URLClassLoader implements LoaderDelegate {
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();

    private final FieldHomes homes = new FieldHomes();

    private final SharedClasses shared;

    SnippetLoader() {
        this(new SharedClasses());
    }

    private SnippetLoader(SharedClasses shared) {
        super(new URL[0], shared);
        this.shared = shared;
        setPackageAssertionStatus("REPL", true); // cells alone: a library is run as its users run it
    }

    /** Where variables' values are kept. */
    FieldHomes homes() {
        return homes;
    }

    /** Cells' classes as JShell has compiled them, by binary name; grows. */
    Map<String, byte[]> compiled() {
        return compiled;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes one : classes) {
            homes.learn(one.bytecodes());
            compiled.put(one.name(), one.bytecodes());
        }
        loadUnnamed(classes);
    }

    /** Loads what no later cell can name. */
    void loadUnnamed(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes one : classes) {
            waiting.put(one.name(), Weaver.weave(one.bytecodes(), homes));
        }
        boolean[] installed = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                Class.forName(classes[i].name(), false, this);
                installed[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("Could not load " + classes[i].name() + ": " + e, installed);
            }
        }
    }

    /**
     * Gives loaded classes new code.
     *
     * @throws ClassInstallException where the JVM does not take it: JShell then loads a new class
     */
    void redefine(ClassBytecodes[] classes) throws ClassInstallException {
        if (Stream.of(classes).anyMatch(c -> homes.isDeclaredAnew(c.bytecodes()))) {
            throw new ClassInstallException("Declared anew", new boolean[classes.length]);
        }
        try {
            ClassDefinition[] definitions = new ClassDefinition[classes.length];
            for (int i = 0; i < classes.length; i++) {
                Class<?> old = Class.forName(classes[i].name(), false, this);
                definitions[i] = new ClassDefinition(old, Weaver.weave(classes[i].bytecodes(), homes));
            }
            Agent.redefine(definitions);
        } catch (ClassNotFoundException
                | UnmodifiableClassException
                | UnsupportedOperationException
                | LinkageError e) { // InternalError too, on some releases: JDK-8340840
            throw new ClassInstallException("Not redefined: " + e, new boolean[classes.length]);
        }
    }

    /** As both supertypes want it: JShell asks for classes that are defined already, the JVM for those that are not. */
    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> defined = findLoadedClass(name);
        if (defined != null) {
            return defined;
        }
        byte[] bytes = waiting.remove(name);
        return bytes == null ? findAdded(name) : defineClass(name, bytes, 0, bytes.length);
    }

    private Class<?> findAdded(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            return shared.lend(name);
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {}

    @Override
    public void addToClasspath(String path) throws EngineTerminationException, InternalException {
        for (String entry : path.split(File.pathSeparator, -1)) {
            try {
                addURL(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException("Not a path: " + entry);
            }
        }
    }
}
